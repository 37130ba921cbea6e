package org.proffer.audit;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Caller;
import org.proffer.platform.Refusal;

/**
 * Stands around every service (META-INF/ejb-jar.xml): a refusal because of a role, or because a
 * thing is not there for this person, is recorded once, apart from the transaction that it undoes.
 */
public class RefusalsRecorded {
  private static final ThreadLocal<@Nullable WeakReference<Refusal>> LAST = new ThreadLocal<>();

  @Inject private AuditTrail audit;
  @Inject private Caller caller;

  /** Calls the service. */
  @AroundInvoke
  public @Nullable Object around(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (Refusal refusal) {
      boolean denied =
          refusal.kind() == Refusal.Kind.NOT_PERMITTED || refusal.kind() == Refusal.Kind.NOT_FOUND;
      if (denied && isNew(refusal)) {
        record(call.getMethod(), refusal);
      }
      throw refusal;
    }
  }

  private static boolean isNew(Refusal refusal) {
    WeakReference<Refusal> last = LAST.get();
    if (last != null && last.get() == refusal) {
      return false;
    }
    LAST.set(new WeakReference<>(refusal));
    return true;
  }

  private void record(Method method, Refusal refusal) {
    try {
      audit.recordApart(
          Act.done(
                  caller.login(),
                  refusal.kind().name(),
                  null,
                  method.getDeclaringClass().getSimpleName(),
                  method.getName().toLowerCase(Locale.ROOT),
                  refusal.detail())
              .ending(Act.Outcome.REFUSED));
    } catch (RuntimeException e) {
      AuditLogMessages.LOG.unrecorded(e);
    }
  }
}
