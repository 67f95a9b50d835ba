package dev.parley.persistence.setup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;

/** The service's password: the same in every instance, with no place of its own to keep it. */
final class ServiceLogin {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String LABEL = "parley service login 1";

  /** SQLSTATE class 28: invalid authorization specification. */
  private static final String LOGIN_REFUSED = "28";

  private ServiceLogin() {}

  /** Sets the password only when logging in fails, so that a start changes nothing. */
  static DatabaseUrl ensure(Sql sql, DatabaseUrl admin, String service) throws SQLException {
    DatabaseUrl login = admin.withLogin(service, derive(admin.password()));
    if (!works(login)) {
      // Hashed on our side: the password itself never reaches the server's log.
      sql.connection()
          .unwrap(PGConnection.class)
          .alterUserPassword(service, login.password().toCharArray(), "scram-sha-256");
    }
    return login;
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
