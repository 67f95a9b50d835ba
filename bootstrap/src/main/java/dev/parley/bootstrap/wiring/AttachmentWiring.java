package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.OpenLink;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.application.attachment.RemoveOrphans;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.OpenLinkHandler;
import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.channels.files.RemoteFilesClient;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.channels.support.OutboundHttp;
import dev.parley.persistence.blob.FileBlobs;
import dev.parley.persistence.blob.PgBlobReferences;
import dev.parley.persistence.blob.SignedFileLinks;
import dev.parley.persistence.support.PgUnitOfWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
  OpenLink open(FileLinks links, Blobs blobs, Arrivals arrivals) {
    return new OpenLinkHandler(links, blobs, arrivals);
  }

  @Produces
  @Singleton
  RemoveOrphans orphans(Blobs blobs, PgUnitOfWork unitOfWork, InstantSource clock) {
    return new RemoveOrphans(blobs, new PgBlobReferences(unitOfWork), clock);
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
