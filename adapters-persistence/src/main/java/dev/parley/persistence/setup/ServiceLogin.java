package dev.parley.persistence.setup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.util.PasswordUtil;

/** The service's password: the same in every instance, with no place of its own to keep it. */
final class ServiceLogin {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String LABEL = "parley service login 1";

  /** SQLSTATE class 28: invalid authorization specification. */
  private static final String LOGIN_REFUSED = "28";

  private static final int SALT_BYTES = 16;

  private ServiceLogin() {}

  /** Sets the password only when logging in fails, so that a start changes nothing. */
  static DatabaseUrl ensure(Sql sql, DatabaseUrl admin, String service) throws SQLException {
    DatabaseUrl login = admin.withLogin(service, derive(admin.password()));
    if (!works(login)) {
      // Hashed on our side: the password itself never reaches the server's log.
      String hashed =
          PasswordUtil.encodeScramSha256(login.password().toCharArray(), iterations(sql), salt());
      sql.run("ALTER ROLE " + Sql.identifier(service) + " PASSWORD '" + hashed + "'");
    }
    return login;
  }

  /** As the server would; before version 16 it could not be told. */
  private static int iterations(Sql sql) throws SQLException {
    return Integer.parseInt(
        sql.text("SELECT coalesce(current_setting('scram_iterations', true), '4096')"));
  }

  private static byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return salt;
  }

  private static boolean works(DatabaseUrl login) throws SQLException {
    try (Connection connection = login.connect()) {
      return connection.isValid(0);
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(LOGIN_REFUSED)) {
        return false;
      }
      throw e;
    }
  }

  private static String derive(String adminPassword) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(adminPassword.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(LABEL.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
