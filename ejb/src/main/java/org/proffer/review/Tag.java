package org.proffer.review;

import java.util.UUID;

/**
 * What a message can be coded with.
 *
 * @param key the key that sets it, 1 to 9; 0 for none
 * @param group of the tags of a group a message has at most one; empty for a tag that stands alone
 * @param retired whether it is offered no longer; what was coded with it stays
 */
public record Tag(UUID id, int key, String name, String group, boolean retired) {}
