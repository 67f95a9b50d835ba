package dev.parley.channels.files;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.channels.email.mime.Content;
import dev.parley.channels.email.mime.FileNames;
import dev.parley.channels.email.mime.TypeSniffer;
import dev.parley.channels.support.OutboundException;
import dev.parley.channels.support.OutboundHttp;
import dev.parley.channels.support.OutboundHttp.Fetched;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fetches files over HTTP, and decides from their bytes what they are. */
public final class RemoteFilesClient implements RemoteFiles {
  private static final Logger LOG = Logger.getLogger(RemoteFilesClient.class);

  private final OutboundHttp http;
  private final Executor blocking;
  private final long maxBytes;
  private final TypeSniffer sniffer = new TypeSniffer();

  /**
   * @param blocking runs one fetch at a time per thread, each up to the client's total time limit
   * @param maxBytes a larger file is not fetched
   */
  public RemoteFilesClient(OutboundHttp http, Executor blocking, long maxBytes) {
    this.http = http;
    this.blocking = blocking;
    this.maxBytes = maxBytes;
  }

  @Override
  public Uni<IncomingFile> fetch(String url, @Nullable String prettyName) {
    return Uni.createFrom()
        .<IncomingFile>emitter(
            emitter -> {
              try {
                emitter.complete(read(url, prettyName));
              } catch (OutboundException e) {
                emitter.fail(e);
              }
            })
        .runSubscriptionOn(blocking)
        .onFailure()
        .transform(RemoteFilesClient::withoutReason);
  }

  private IncomingFile read(String url, @Nullable String prettyName) throws OutboundException {
    Fetched fetched = http.get(url, maxBytes);
    String name = name(url, prettyName);
    String type = sniffer.sniff(Content.of(fetched.bytes()), name, declared(fetched));
    String named = name.isEmpty() ? "attachment" + sniffer.extension(type) : name;
    return new IncomingFile(named, type, fetched.bytes(), false, null);
  }

  /** Empty when neither says anything that can be kept. */
  private static String name(String url, @Nullable String prettyName) {
    String given = prettyName == null ? "" : FileNames.clean(prettyName);
    return given.isEmpty() ? FileNames.clean(URI.create(url).getPath()) : given;
  }

  private static String declared(Fetched fetched) {
    return fetched.declaredType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Messages of exceptions may quote the URL: only kinds are logged. */
  private static DomainException withoutReason(Throwable failure) {
    if (failure instanceof OutboundException known) {
      LOG.debugf("attachment not fetched: %s", known.reason());
    } else {
      LOG.warnf("attachment not fetched: %s", failure.getClass().getName());
    }
    return new DomainException(new ConversationError.AttachmentNotFetched());
  }
}
