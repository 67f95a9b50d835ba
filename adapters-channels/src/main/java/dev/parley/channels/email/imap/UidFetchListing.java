package dev.parley.channels.email.imap;

import dev.parley.channels.email.imap.RemoteFolder.Listed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/** Size and age of mails; one that has gone is missing in the result. */
final class UidFetchListing extends Command<Map<Long, Listed>> {
  private final List<Long> uids;

  UidFetchListing(List<Long> uids) {
    this.uids = uids;
  }

  @Override
  Map<Long, Listed> run(IMAPProtocol protocol) throws ProtocolException {
    String set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    Map<Long, Listed> listed = new HashMap<>();
    answers(protocol, "UID FETCH " + set + " (UID RFC822.SIZE INTERNALDATE)")
        .forEach(response -> add(listed, response));
    return listed;
  }

  private static void add(Map<Long, Listed> listed, Response response) {
    if (response instanceof FetchResponse fetched) {
      UID uid = fetched.getItem(UID.class);
      RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
      if (uid != null && size != null) {
        INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
        Instant came = date == null ? Instant.MAX : date.getDate().toInstant();
        listed.put(uid.uid, new Listed(size.size, came));
      }
    }
  }
}
