package dev.parley.rest.dixa.anonymization;

import dev.parley.application.anonymization.RequestAnonymization;
import dev.parley.application.anonymization.RequestAnonymization.Target;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Gives the caller's orders. */
@Singleton
class Orders {
  private final Call call;
  private final RequestAnonymization anonymization;

  Orders(Call call, RequestAnonymization anonymization) {
    this.call = call;
    this.anonymization = anonymization;
  }

  Uni<Data<RequestPayload>> give(Target target, boolean force) {
    return anonymization
        .handle(new RequestAnonymization.Command(call.actor(), target, force))
        .map(request -> Data.of(RequestPayload.from(request)));
  }
}
