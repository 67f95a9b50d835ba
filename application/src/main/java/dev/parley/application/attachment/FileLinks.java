package dev.parley.application.attachment;

import dev.parley.domain.organization.OrganizationId;
import java.util.Optional;

/** Links under which stored files can be fetched by whoever was given the link. */
public interface FileLinks {
  /**
   * @param blob the key of the stored bytes
   * @return an absolute URL that nobody can derive from another
   */
  String to(OrganizationId organization, String blob, String fileName, String mediaType);

  /** What a link's token stands for; empty when we did not sign it. */
  Optional<Target> resolve(String token);

  /** A stored file and how to present it. */
  record Target(OrganizationId organization, String blob, String fileName, String mediaType) {}
}
