package org.proffer.portal.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Does things as the paralegal {@code pat}, in no transaction of its own. */
@Stateless
@PermitAll
@RunAs("PARALEGAL")
@RunAsPrincipal("pat")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsParalegal {
  public <T> T call(Callable<T> deed) throws Exception {
    return deed.call();
  }
}
