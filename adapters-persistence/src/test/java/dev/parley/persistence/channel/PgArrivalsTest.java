package dev.parley.persistence.channel;

import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.ArrivalsContract;
import dev.parley.application.channel.Inbox;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.persistence.support.PgConversationStores;

class PgArrivalsTest extends PgConversationStores implements ArrivalsContract {
  private final InMemoryBlobs blobs = new InMemoryBlobs();

  @Override
  public Inbox inbox() {
    return new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self);
  }

  @Override
  public Arrivals arrivals() {
    return new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self);
  }
}
