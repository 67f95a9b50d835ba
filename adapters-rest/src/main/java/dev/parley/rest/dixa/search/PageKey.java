package dev.parley.rest.dixa.search;

import dev.parley.application.search.ConversationSearch.Place;
import dev.parley.rest.support.AlreadyWorded;
import dev.parley.rest.support.Json;
import dev.parley.rest.support.RequestRefused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A search and where its next page begins, as text for a URL: compressed, since a filter may be
 * long. It says nothing that its holder could not ask anyway, so it is not signed; it is read as
 * strictly as a body.
 *
 * @param pageLimit of the page before
 */
@RegisterForReflection
record PageKey(SearchInput search, int pageLimit, long rank, UUID id) {
  /** Leaves room for the rest of a URL that proxies let through. */
  private static final int KEY_MAX = 6 * 1024;

  private static final int JSON_MAX = 64 * 1024;

  /** Years of four digits in milliseconds, generously. */
  private static final long RANK_MIN = -(1L << 46);

  private static final long RANK_MAX = 1L << 48;

  Place place() {
    return new Place(rank, id);
  }

  /**
   * @throws RequestRefused when it is none of ours
   */
  static @Nullable PageKey parse(Json json, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      PageKey key =
          (PageKey) json.read(inflated(Base64.getUrlDecoder().decode(text)), PageKey.class);
      boolean whole = key.search() != null && key.id() != null;
      if (!whole || key.rank() < RANK_MIN || key.rank() > RANK_MAX) {
        throw RequestRefused.badQuery("pageKey");
      }
      return key;
    } catch (IOException | IllegalArgumentException | RequestRefused | AlreadyWorded e) {
      throw RequestRefused.badQuery("pageKey");
    }
  }

  String text(Json json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(deflated(json.write(this)));
  }

  /**
   * So that a search that is accepted can be read to its end.
   *
   * @throws AlreadyWorded when the key would become too long
   */
  static void requireRoom(Json json, SearchInput search) {
    PageKey longest = new PageKey(search, Integer.MAX_VALUE, Long.MAX_VALUE, new UUID(-1, -1));
    if (longest.text(json).length() > KEY_MAX) {
      throw RequestRefused.badBody("filters", "has too many values");
    }
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(compressed, deflater)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  private static byte[] inflated(byte[] bytes) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
      byte[] json = in.readNBytes(JSON_MAX + 1);
      if (json.length == 0 || json.length > JSON_MAX) {
        throw new IOException("nothing or too much in it");
      }
      return json;
    } finally {
      inflater.end();
    }
  }
}
