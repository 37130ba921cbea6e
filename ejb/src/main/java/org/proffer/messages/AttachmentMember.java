package org.proffer.messages;

/**
 * A file in an attachment that is a container.
 *
 * @param position 0 for the first
 * @param path in the attachment, containers in it joined by {@code !/}
 * @param kind what its first bytes say it is
 * @param length bytes
 * @param sha256 hexadecimal, of its content
 */
public record AttachmentMember(
    int position, String path, String kind, long length, String sha256) {}
