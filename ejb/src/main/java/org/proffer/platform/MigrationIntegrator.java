package org.proffer.platform;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Brings the schema up to date, as its owner, before Hibernate validates it. */
public final class MigrationIntegrator implements Integrator {

  @SuppressWarnings("BanJNDI") // a constant name, no input
  @Override
  public void integrate(
      Metadata metadata,
      BootstrapContext bootstrapContext,
      SessionFactoryImplementor sessionFactory) {
    try {
      DataSource dataSource =
          (DataSource) new InitialContext().lookup("java:jboss/datasources/OwnerDS");
      Flyway.configure(MigrationIntegrator.class.getClassLoader())
          .dataSource(dataSource)
          .schemas("proffer")
          .defaultSchema("proffer")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (NamingException e) {
      throw new IllegalStateException("the server has no data source OwnerDS", e);
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
    // nothing to undo
  }
}
