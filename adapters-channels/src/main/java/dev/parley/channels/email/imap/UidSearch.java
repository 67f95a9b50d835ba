package dev.parley.channels.email.imap;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** The numbers of the mails that fit, ascending. */
final class UidSearch extends Command<List<Long>> {
  private final String what;

  /**
   * @param what a search key of RFC 3501 §6.4.4; never contains input
   */
  UidSearch(String what) {
    this.what = what;
  }

  @Override
  List<Long> run(IMAPProtocol protocol) throws ProtocolException {
    return answers(protocol, "UID SEARCH " + what)
        .flatMap(UidSearch::numbers)
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Long> numbers(Response response) {
    return response instanceof IMAPResponse found && found.keyEquals("SEARCH")
        ? LongStream.generate(found::readLong).takeWhile(number -> number > 0).boxed()
        : Stream.empty();
  }
}
