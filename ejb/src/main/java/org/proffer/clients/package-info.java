/**
 * Organisations under audit, the clients of the compliance desk: who works for them, and what is
 * recorded of their senders, addresses, providers, affiliates, mechanisms and programmes (15 U.S.C.
 * 7702; 16 CFR 316.2). Apart from cases: nothing here knows of one.
 *
 * <p>Publishes {@link org.proffer.clients.Clients}, {@link org.proffer.clients.ClientRecords} and
 * the kinds of records {@link org.proffer.clients.ClientKinds}.
 */
@NullMarked
package org.proffer.clients;

import org.jspecify.annotations.NullMarked;
