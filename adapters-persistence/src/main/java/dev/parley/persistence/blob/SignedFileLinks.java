package dev.parley.persistence.blob;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.parley.application.attachment.FileLinks;
import dev.parley.domain.organization.OrganizationId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Links whose token is what it stands for, encrypted: nobody can make one or read a file name out
 * of an access log, and none has to be stored.
 */
public final class SignedFileLinks implements FileLinks {
  private static final byte[] PURPOSE = "parley file link".getBytes(StandardCharsets.UTF_8);

  /** Longer ones we did not make. */
  private static final int TOKEN_MAX = 4096;

  private final String base;
  private final AesGcmJce cipher;

  /**
   * @param base where the service is reached, without a slash at its end
   * @param key 32 bytes, used for nothing else
   */
  public SignedFileLinks(String base, byte[] key) {
    this.base = base;
    try {
      this.cipher = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key for AES-256-GCM", e);
    }
  }

  @Override
  public String to(OrganizationId organization, String blob, String fileName, String mediaType) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(organization.number());
      out.writeUTF(blob);
      out.writeUTF(fileName);
      out.writeUTF(mediaType);
      byte[] token = cipher.encrypt(bytes.toByteArray(), PURPOSE);
      return base + "/files/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  @Override
  public Optional<Target> resolve(String token) {
    if (token.length() > TOKEN_MAX) {
      return Optional.empty();
    }
    try {
      byte[] plain = cipher.decrypt(Base64.getUrlDecoder().decode(token), PURPOSE);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
      return Optional.of(
          new Target(new OrganizationId(in.readLong()), in.readUTF(), in.readUTF(), in.readUTF()));
    } catch (IllegalArgumentException | GeneralSecurityException | IOException notOurs) {
      return Optional.empty();
    }
  }
}
