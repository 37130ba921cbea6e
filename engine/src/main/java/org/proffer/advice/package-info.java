/**
 * What a compliance officer does with the findings on a message before it is sent: what to change,
 * and what that would change; how its way to object and its address are displayed; what mailbox
 * providers ask beside the law.
 *
 * <p>Publishes {@link org.proffer.advice.TemplateMessage}, {@link org.proffer.advice.Remedies},
 * {@link org.proffer.advice.Display} and {@link org.proffer.advice.ProviderRules}. The findings
 * themselves are those of {@link org.proffer.check.MessageCheck}; nothing here alters one.
 */
@NullMarked
package org.proffer.advice;

import org.jspecify.annotations.NullMarked;
