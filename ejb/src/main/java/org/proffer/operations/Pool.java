package org.proffer.operations;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How a pool of database connections stands.
 *
 * @param name of the datasource
 * @param inUse connections at work
 * @param open connections there are
 * @param most connections there may be
 * @param waiting requests that wait for one
 */
public record Pool(String name, int inUse, int open, int most, int waiting) {
  private static final List<String> NAMES = List.of("PortalDS", "JobsDS");

  /** The pools of the server as it tells of them itself; empty where it does not. */
  static List<Pool> all() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    List<Pool> pools = new ArrayList<>();
    for (String name : NAMES) {
      try {
        ObjectName statistics =
            new ObjectName(
                "jboss.as:subsystem=datasources,data-source=" + name + ",statistics=pool");
        pools.add(
            new Pool(
                name,
                number(server, statistics, "InUseCount"),
                number(server, statistics, "ActiveCount"),
                number(server, statistics, "InUseCount")
                    + number(server, statistics, "AvailableCount"),
                number(server, statistics, "WaitCount")));
      } catch (JMException notTold) {
        // A server that keeps no statistics has no pools to show.
      }
    }
    return List.copyOf(pools);
  }

  private static int number(MBeanServer server, ObjectName statistics, String attribute)
      throws JMException {
    return Integer.parseInt(String.valueOf(server.getAttribute(statistics, attribute)));
  }
}
