/** The auditor's page and the bean behind it. */
@NullMarked
package org.proffer.web.audit;

import org.jspecify.annotations.NullMarked;
