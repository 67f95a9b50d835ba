package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.channels.files.RemoteFilesClient;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.channels.support.OutboundHttp;
import dev.parley.persistence.blob.FileBlobs;
import dev.parley.persistence.blob.SignedFileLinks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

class AttachmentWiring {
  @Produces
  @Singleton
  Blobs blobs(ParleyConfig config, @Blocking Executor blocking) {
    return new FileBlobs(config.dataDir().resolve("blobs"), blocking);
  }

  @Produces
  @Singleton
  FileLinks links(ParleyConfig config, DerivedKeys keys) {
    return new SignedFileLinks(config.publicUrl().toString(), keys.derive("file links"));
  }

  @Produces
  @Singleton
  OutboundHttp outbound(ParleyConfig config) {
    return new OutboundHttp(config.outboundAllowPrivate());
  }

  @Produces
  @Singleton
  RemoteFiles remoteFiles(ParleyConfig config, OutboundHttp http, @Blocking Executor blocking) {
    return new RemoteFilesClient(http, blocking, config.limits().attachmentBytes());
  }
}
