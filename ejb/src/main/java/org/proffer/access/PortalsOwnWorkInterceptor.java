package org.proffer.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets {@link PortalsOwnWork} speak as the portal, before a transaction of its own begins. */
@PortalsOwnWork
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class PortalsOwnWorkInterceptor {
  @AroundInvoke
  Object asPortal(InvocationContext invocation) {
    return RowIdentity.asPortal(invocation::proceed);
  }
}
