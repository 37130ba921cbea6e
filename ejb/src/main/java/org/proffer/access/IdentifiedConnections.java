package org.proffer.access;

import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.internal.DatasourceConnectionProviderImpl;

/** The connections of the persistence unit; each knows for whom its transaction works. */
@SuppressWarnings("serial") // a service of Hibernate's, never written out
public class IdentifiedConnections extends DatasourceConnectionProviderImpl {
  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      RowIdentity.bind(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
