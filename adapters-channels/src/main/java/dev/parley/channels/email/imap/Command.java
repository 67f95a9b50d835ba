package dev.parley.channels.email.imap;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/** An IMAP command and how to read its answer. */
abstract class Command<T> {
  abstract T run(IMAPProtocol protocol) throws ProtocolException;

  final T result(IMAPFolder folder) throws MessagingException {
    Holder<T> holder = new Holder<>();
    folder.doCommand(
        protocol -> {
          holder.value = run(protocol);
          return true;
        });
    return Objects.requireNonNull(holder.value);
  }

  /** The answers to a command that went well; a server may tell other news among them. */
  static Stream<Response> answers(IMAPProtocol protocol, String command) throws ProtocolException {
    Response[] responses = protocol.command(command, null);
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
    return Arrays.stream(responses);
  }

  private static final class Holder<T> {
    private @Nullable T value;
  }
}
