/**
 * The CAN-SPAM Act (15 U.S.C. 7701-7713) and its rule (16 CFR Part 316): one class a duty, over the
 * facts of one message and what is recorded about it.
 */
@NullMarked
package org.proffer.law.canspam;

import org.jspecify.annotations.NullMarked;
