package dev.parley.channels.email.imap;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * The bytes of a mail, fetched piece by piece so that neither a wrong size nor a flood can make us
 * hold more than we asked for.
 */
final class UidFetchBody extends Command<Optional<byte[]>> {
  private static final int PIECE = 1 << 20;

  private final long uid;
  private final int most;

  UidFetchBody(long uid, int most) {
    this.uid = uid;
    this.most = most;
  }

  @Override
  Optional<byte[]> run(IMAPProtocol protocol) throws ProtocolException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    int asked;
    int got;
    do {
      asked = Math.min(PIECE, most - mail.size());
      Optional<ByteArray> piece = piece(protocol, mail.size(), asked);
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      got = piece.get().getCount();
      mail.write(piece.get().getBytes(), piece.get().getStart(), Math.min(got, most - mail.size()));
    } while (got == asked && mail.size() < most);
    return Optional.of(mail.toByteArray());
  }

  private Optional<ByteArray> piece(IMAPProtocol protocol, int from, int size)
      throws ProtocolException {
    return answers(protocol, "UID FETCH " + uid + " (UID BODY.PEEK[]<" + from + "." + size + ">)")
        .flatMap(response -> body(response).stream())
        .findFirst();
  }

  private Optional<ByteArray> body(Response response) {
    if (response instanceof FetchResponse fetched) {
      UID number = fetched.getItem(UID.class);
      BODY body = fetched.getItem(BODY.class);
      if (number != null && number.uid == uid && body != null) {
        ByteArray bytes = body.getByteArray();
        return Optional.of(bytes == null ? new ByteArray(0) : bytes);
      }
    }
    return Optional.empty();
  }
}
