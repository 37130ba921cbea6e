/**
 * How the portal runs, as the administrator sees it.
 *
 * <p>Serves CJIS AU-5 and CP-9: alarms and the age of the last backup stand first. Publishes the
 * page's bean.
 */
@NullMarked
package org.proffer.web.operations;

import org.jspecify.annotations.NullMarked;
