/**
 * Starts the portal on one machine: embedded PostgreSQL, then the server with the application.
 *
 * <p>Publishes the launcher and, for tests, the database.
 */
@NullMarked
package org.proffer.launcher;

import org.jspecify.annotations.NullMarked;
