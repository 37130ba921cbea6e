/**
 * How the portal runs: whether it can work, its queues, pools, backups and alarms, as counts and
 * times; no content of cases.
 *
 * <p>Serves the availability and audit-failure controls of the FBI's CJIS Security Policy (AU-5,
 * CP-9): who runs the portal learns within a minute that it cannot record, and how old the last
 * backup is.
 *
 * <p>Publishes {@link org.proffer.operations.Operations} for the administrator, {@link
 * org.proffer.operations.Readiness} for probes, and {@link org.proffer.operations.Meters} for
 * Prometheus.
 */
@NullMarked
package org.proffer.operations;

import org.jspecify.annotations.NullMarked;
