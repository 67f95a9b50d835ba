package dev.parley.channels.email.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * The bytes of several small mails for the price of one way to the server and back. One that turns
 * out not to be small, or has gone, is missing in the result.
 */
final class UidFetchBodies extends Command<Map<Long, byte[]>> {
  private final List<Long> uids;
  private final int small;

  /**
   * @param small mails of fewer bytes are small
   */
  UidFetchBodies(List<Long> uids, int small) {
    this.uids = uids;
    this.small = small;
  }

  @Override
  Map<Long, byte[]> run(IMAPProtocol protocol) throws ProtocolException {
    String set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    Map<Long, byte[]> bodies = new HashMap<>();
    answers(protocol, "UID FETCH " + set + " (UID BODY.PEEK[]<0." + small + ">)")
        .forEach(response -> add(bodies, response));
    return bodies;
  }

  private void add(Map<Long, byte[]> bodies, Response response) {
    if (response instanceof FetchResponse fetched) {
      UID uid = fetched.getItem(UID.class);
      BODY body = fetched.getItem(BODY.class);
      ByteArray bytes = body == null ? null : body.getByteArray();
      if (uid != null && bytes != null && bytes.getCount() < small) {
        bodies.put(uid.uid, bytes.getNewBytes());
      }
    }
  }
}
