package dev.parley.bootstrap.configuration;

import dev.parley.domain.conversation.Attachment;
import dev.parley.persistence.setup.DatabaseUrl;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The settings, as {@code PARLEY_...} variables or {@code parley....} properties. Each method
 * carries its rule: a converter of {@link Rule}, with {@link Range} where it is a number or a size.
 * {@link ConfigurationCheck} tries all of them before anything starts.
 */
@ConfigMapping(prefix = "parley")
@RegisterForReflection
public interface ParleyConfig {
  /** Where HTTP listens. */
  @WithDefault("8080")
  @WithConverter(Rule.Port.class)
  int httpPort();

  /** The address HTTP listens on. */
  @WithDefault("0.0.0.0")
  @WithConverter(Rule.Word.class)
  String httpHost();

  /** Embedded database, attachments, generated keys and tokens. */
  @WithDefault("./data")
  @WithConverter(Rule.Directory.class)
  Path dataDir();

  /** An external database; the embedded one runs when absent. */
  Optional<@WithConverter(Rule.Database.class) DatabaseUrl> databaseUrl();

  /** The service's login to the external database, where roles may not be created. */
  Optional<@WithConverter(Rule.Database.class) DatabaseUrl> databaseServiceUrl();

  /** Connections of this instance to the database. */
  @WithDefault("20")
  @WithConverter(Rule.WholeNumber.class)
  @Range(min = 2, max = 500)
  int databaseConnections();

  /**
   * How others reach this service: base of links in answers and mails, without a slash at its end.
   */
  @WithDefault("http://localhost:${parley.http-port}")
  @WithConverter(Rule.WebAddress.class)
  URI publicUrl();

  /** Token of the first organization's admin; one is generated when absent. */
  Optional<@WithConverter(Rule.ApiToken.class) String> adminToken();

  /** Opens the operator's calls; they answer 404 when absent. */
  Optional<@WithConverter(Rule.OperatorToken.class) String> operatorToken();

  /** Whether attachment, webhook and channel addresses may be private ones. */
  @WithDefault("false")
  @WithConverter(Rule.Flag.class)
  boolean outboundAllowPrivate();

  /** An OpenAI-compatible completion server. */
  Optional<@WithConverter(Rule.WebAddress.class) URI> aiBaseUrl();

  /** Encrypts channel secrets: 32 bytes in base64; kept in the data directory when absent. */
  Optional<@WithConverter(Rule.EncryptionKey.class) SecretKey> secretKey();

  /** What a request may ask for at most. */
  Limits limits();

  /** What a request may ask for at most; beyond it the answer is a 4xx in the dialect's shape. */
  @RegisterForReflection
  interface Limits {
    /** Bytes of a JSON body. */
    @WithDefault("4M")
    @WithConverter(Rule.ByteSize.class)
    @Range(min = 1_024, max = 1L << 30)
    long bodyBytes();

    /** Bytes of a raw mail. */
    @WithDefault("50M")
    @WithConverter(Rule.ByteSize.class)
    @Range(min = 1_024, max = 1L << 30)
    long mailBytes();

    /** Bytes of one attachment, uploaded or fetched. */
    @WithDefault("25M")
    @WithConverter(Rule.ByteSize.class)
    @Range(min = 1_024, max = 1L << 30)
    long attachmentBytes();

    /** Attachments that a client may give one message; mails bring what they bring. */
    @WithDefault("20")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 1, max = Attachment.MAX_PER_MESSAGE)
    int attachments();

    /** Objects and arrays inside one another in a JSON body. */
    @WithDefault("32")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 8, max = 500)
    int jsonDepth();

    /** Characters of one text in a JSON body. */
    @WithDefault("1000000")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 1_000, max = 100_000_000)
    int stringChars();

    /** Items of one list in a JSON body. */
    @WithDefault("1000")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 10, max = 100_000)
    int listItems();

    /** Items of one page, where the dialect's contract sets no bound of its own. */
    @WithDefault("100")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 1, max = 1_000)
    int pageSize();

    /** Whether the three rates below bound how often the holder of a token may call. */
    @WithDefault("false")
    @WithConverter(Rule.Flag.class)
    boolean rate();

    /** Requests a second, in the long run. */
    @WithDefault("10")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 1, max = 100_000)
    int ratePerSecond();

    /** Requests at once after a pause. */
    @WithDefault("4")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 1, max = 100_000)
    int rateBurst();

    /** Requests a day. */
    @WithDefault("864000")
    @WithConverter(Rule.WholeNumber.class)
    @Range(min = 1, max = 1_000_000_000)
    int ratePerDay();
  }
}
