package org.proffer.mail;

import static org.proffer.mail.ForensicWeight.HIGH;
import static org.proffer.mail.ForensicWeight.LOW;
import static org.proffer.mail.ForensicWeight.MEDIUM;
import static org.proffer.mail.ForensicWeight.NONE;

/**
 * The catalogue of defects; codes are stable, and only ever added to.
 *
 * <p>A defect is an observation about bytes. It accuses nobody: each code names the ordinary cause
 * that must be excluded before anything is drawn from it.
 */
public enum DefectCode {
  // The message's header: RFC 5322.
  /** No Date field. */
  MISSING_DATE("RFC 5322 3.6", "drafts and mail handed in by scripts", LOW),
  /** No From field. */
  MISSING_FROM("RFC 5322 3.6", "notices of mail servers and scripts", MEDIUM),
  /** No Message-ID field. */
  MISSING_MESSAGE_ID("RFC 5322 3.6.4", "scripts; the first server should have added one", LOW),
  /** More than one Date field. */
  DUPLICATE_DATE("RFC 5322 3.6", "a gateway that adds its own", MEDIUM),
  /** More than one From field. */
  DUPLICATE_FROM("RFC 5322 3.6", "a broken mailing list program", HIGH),
  /** More than one Subject field. */
  DUPLICATE_SUBJECT("RFC 5322 3.6", "a filter that rewrites subjects by adding a field", MEDIUM),
  /** More than one Message-ID field. */
  DUPLICATE_MESSAGE_ID("RFC 5322 3.6", "a gateway that adds its own", MEDIUM),
  /** More than one of Sender, Reply-To, To, Cc or Bcc. */
  DUPLICATE_ADDRESS_FIELD("RFC 5322 3.6", "old programs that write one To field a recipient", LOW),
  /** More than one of In-Reply-To or References. */
  DUPLICATE_THREAD_FIELD("RFC 5322 3.6", "list programs and gateways", LOW),
  /** Several authors and no Sender. */
  SEVERAL_FROM_WITHOUT_SENDER("RFC 5322 3.6.2", "a program that does not know the rule", MEDIUM),
  /** A Date that cannot be read. */
  UNREADABLE_DATE("RFC 5322 3.3", "month names in another language", MEDIUM),
  /** A Date in an obsolete form: two-digit year, named zone, comments in places. */
  OBSOLETE_DATE("RFC 5322 4.3", "software of the 1990s", NONE),
  /** A Date that departs from every form, and could still be read. */
  IRREGULAR_DATE("RFC 5322 3.3", "scripts that format dates by themselves", LOW),
  /** The day of week is not that of the date. */
  WRONG_WEEKDAY("RFC 5322 3.3", "a program that formats date and weekday apart", MEDIUM),
  /** A Date before the standard for mail existed, or after the year 2100. */
  IMPLAUSIBLE_YEAR("RFC 5322 3.3", "a computer clock that was never set", LOW),
  /** A From field in which no address can be read. */
  UNREADABLE_FROM("RFC 5322 3.6.2", "a name given without an address", MEDIUM),
  /** An address of From without a domain. */
  FROM_WITHOUT_DOMAIN("RFC 5322 3.4.1", "mail that never left its machine", LOW),
  /** A Message-ID not of the form {@code <left@right>}. */
  MALFORMED_MESSAGE_ID("RFC 5322 3.6.4", "old Lotus and Exchange gateways", LOW),
  /** A line in the header that is no field. */
  NOT_A_FIELD("RFC 5322 2.2", "a field name was lost by a filter", MEDIUM),
  /** White space between a field name and its colon. */
  SPACE_BEFORE_COLON("RFC 5322 4.5", "obsolete syntax", LOW),
  /** A line that begins with its colon. */
  EMPTY_FIELD_NAME("RFC 5322 2.2", "a template with a missing name", MEDIUM),
  /** A header line of more than 998 octets. */
  HEADER_LINE_TOO_LONG("RFC 5322 2.1.1", "programs that do not fold recipient lists", LOW),
  /** A body line of more than 998 octets. */
  BODY_LINE_TOO_LONG("RFC 5322 2.1.1", "HTML made without line ends", NONE),
  /** A folded line with nothing but white space. */
  BLANK_FOLDED_LINE("RFC 5322 4.2", "folding at every space", LOW),
  /** The header begins with a folded line. */
  FOLD_WITHOUT_FIELD("RFC 5322 2.2.3", "the first line was cut off", MEDIUM),
  /** A NUL in the header. */
  NUL_IN_HEADER("RFC 5322 4", "a damaged disk or transfer", HIGH),
  /** A control character other than TAB in the header. */
  CONTROL_IN_HEADER("RFC 5322 2.2", "pasted text", MEDIUM),
  /** Undeclared bytes above 127 in the header of a message. */
  EIGHT_BIT_HEADER("RFC 5322 2.2", "mail in languages other than English before RFC 2047", LOW),
  /** A CR without LF in the header. */
  LONE_CR_IN_HEADER("RFC 5322 2.2", "line ends were converted wrongly", MEDIUM),
  /** A CR without LF in the body. */
  LONE_CR_IN_BODY("RFC 5322 2.3", "line ends were converted wrongly", LOW),
  /** Some lines end in CRLF, others in LF. */
  MIXED_LINE_ENDS("RFC 5322 2.1", "mail stored by one system and completed by another", LOW),
  /** Every line ends in a lone CR. */
  CR_LINE_ENDS("RFC 5322 2.1", "saved on a computer that ended lines so", LOW),
  /** A NUL in the body. */
  NUL_IN_BODY("RFC 5322 4", "binary content sent without encoding", MEDIUM),
  /** A {@code From } or {@code >From } line of a mailbox file in the header. */
  MBOX_LINE_IN_HEADER("RFC 4155 A", "exported from a mailbox file", NONE),
  /** Header and body are not parted by an empty line. */
  MISSING_EMPTY_LINE("RFC 5322 2.1", "scripts that write mail by hand", MEDIUM),
  /** The message ends within its header, without a line end. */
  HEADER_CUT_SHORT("RFC 5322 2.2", "the copy was cut off", MEDIUM),
  /** No header field at all. */
  NO_HEADER_FIELDS("RFC 5322 3.6", "not a message", HIGH),
  /** No bytes at all. */
  EMPTY_MESSAGE("RFC 5322 3.6", "an empty file", HIGH),

  // Transfer: RFC 5321.
  /** A Received field without any date that can be read. */
  RECEIVED_WITHOUT_DATE("RFC 5321 4.4", "programs that write their own form", LOW),
  /** A Received field in a form this reader does not know. */
  UNKNOWN_RECEIVED_FORM("RFC 5321 4.4", "a rare server, or invented by the sender", MEDIUM),
  /** A Received field that does not name the host that wrote it. */
  RECEIVED_WITHOUT_BY("RFC 5321 4.4", "local hand-over by qmail or a script", LOW),

  // MIME: RFC 2045.
  /** MIME fields without MIME-Version. */
  MISSING_MIME_VERSION("RFC 2045 4", "scripts", LOW),
  /** A MIME-Version other than 1.0. */
  UNKNOWN_MIME_VERSION("RFC 2045 4", "a comment or a typing error in the version", LOW),
  /** More than one Content-Type in one header. */
  DUPLICATE_CONTENT_TYPE("RFC 2045 5", "a gateway that adds its own", HIGH),
  /** More than one Content-Transfer-Encoding in one header. */
  DUPLICATE_TRANSFER_ENCODING("RFC 2045 6", "a gateway that adds its own", HIGH),
  /** A Content-Type that cannot be read. */
  UNREADABLE_CONTENT_TYPE("RFC 2045 5.1", "types of mail before MIME such as {@code text}", LOW),
  /** A parameter given twice. */
  DUPLICATE_PARAMETER("RFC 2045 5", "a program that adds a charset to one that is there", MEDIUM),
  /** A quoted parameter that does not end. */
  UNTERMINATED_QUOTE("RFC 2045 5.1", "a file name with a quote in it", MEDIUM),
  /** A parameter that would have to be quoted. */
  UNQUOTED_PARAMETER("RFC 2045 5.1", "file names with spaces in old programs", LOW),
  /** A Content-Transfer-Encoding that does not exist. */
  UNKNOWN_TRANSFER_ENCODING("RFC 2045 6.1", "a charset given in the wrong field", LOW),
  /** A multipart or a message within a message that is base64 or quoted-printable. */
  ENCODED_COMPOSITE("RFC 2045 6.4", "programs that encode whatever is attached", MEDIUM),
  /** A character in base64 that is not of its alphabet. */
  INVALID_BASE64("RFC 2045 6.8", "a footer appended to encoded text", MEDIUM),
  /** Base64 that ends within a group. */
  TRUNCATED_BASE64("RFC 2045 6.8", "the part was cut off", LOW),
  /** Data follow the padding that ends base64. */
  DATA_AFTER_PADDING("RFC 2045 6.8", "pieces encoded one by one", MEDIUM),
  /** A base64 line of more than 76 characters. */
  BASE64_LINE_TOO_LONG("RFC 2045 6.8", "scripts", NONE),
  /** An equals sign in quoted-printable that begins no code. */
  INVALID_QUOTED_PRINTABLE("RFC 2045 6.7", "text labelled as encoded that is not", LOW),
  /** Lower-case digits in quoted-printable. */
  LOWER_CASE_QUOTED_PRINTABLE("RFC 2045 6.7", "home-made encoders", LOW),
  /** A quoted-printable line of more than 76 characters. */
  QUOTED_PRINTABLE_LINE_TOO_LONG("RFC 2045 6.7", "home-made encoders", NONE),
  /** Bytes above 127 in quoted-printable. */
  EIGHT_BIT_IN_QUOTED_PRINTABLE("RFC 2045 6.7", "a footer appended to encoded text", LOW),
  /** Bytes above 127 in text that is declared, or by default, 7bit. */
  EIGHT_BIT_IN_7BIT("RFC 2045 6.2", "programs that forget the declaration", LOW),

  // MIME: RFC 2046.
  /** A multipart without a boundary parameter. */
  MULTIPART_WITHOUT_BOUNDARY("RFC 2046 5.1.1", "a template filled in wrongly", MEDIUM),
  /** A multipart in which its boundary never occurs. */
  MULTIPART_WITHOUT_PARTS("RFC 2046 5.1.1", "the header of another message was reused", MEDIUM),
  /** A multipart without its closing boundary line at the end of the message. */
  MULTIPART_NOT_CLOSED("RFC 2046 5.1.1", "the copy was cut off", LOW),
  /** A multipart that the boundary of the multipart around it ends. */
  MULTIPART_CLOSED_BY_OUTER("RFC 2046 5.1.2", "programs that forget the closing line", LOW),
  /** A boundary of more than 70 characters. */
  BOUNDARY_TOO_LONG("RFC 2046 5.1.1", "programs that make it from an address", LOW),
  /** A boundary with characters it must not have, or empty. */
  INVALID_BOUNDARY("RFC 2046 5.1.1", "home-made programs", LOW),
  /** Nested multiparts with the same boundary. */
  BOUNDARY_REUSED("RFC 2046 5.1.2", "a template with a constant boundary", MEDIUM),
  /** A boundary line within the header of a part. */
  PART_HEADER_CUT("RFC 2046 5.1", "an empty part without an empty line", LOW),
  /** A boundary line after the closing one. */
  BOUNDARY_AFTER_CLOSE("RFC 2046 5.1.1", "a footer program that appends a part", HIGH),
  /** Text after the closing boundary line of the outermost multipart. */
  TEXT_AFTER_CLOSE("RFC 2046 5.1.1", "a footer program that appends text", LOW),

  // Text: RFC 2046 4.1.2, RFC 2978.
  /** A charset name that is not known. */
  UNKNOWN_CHARSET("RFC 2046 4.1.2", "names private to a program", LOW),
  /** A charset name outside the register whose meaning is known. */
  UNREGISTERED_CHARSET_NAME("RFC 2978 2.3", "names private to a program", NONE),
  /** Bytes that have no meaning in the charset. */
  MALFORMED_TEXT("RFC 2046 4.1.2", "text cut within a character", LOW),
  /** The bytes are plainly of another charset than the one declared. */
  WRONG_CHARSET("RFC 2046 4.1.2", "templates filled from a database", LOW),
  /** Bytes above 127 in text without a charset, or declared US-ASCII. */
  UNDECLARED_CHARSET("RFC 2046 4.1.2", "old programs", LOW),
  /** Only the page itself names the charset of HTML that has bytes above 127. */
  CHARSET_ONLY_IN_HTML("RFC 2046 4.1.2", "programs that send a web page as it is", NONE),
  /** Characters that the declared charset lacks, and the superset in use under its name has. */
  CHARSET_EXCEEDED("RFC 2046 4.1.2", "Windows programs that name the narrower charset", NONE),
  /** Text beyond the budget for text was not kept. */
  TEXT_CUT("RFC 2046 4.1", "very large text; a limit of this reader, not a fault", NONE),

  // Encoded words: RFC 2047.
  /** An encoded word in a charset that is not known. */
  ENCODED_WORD_UNKNOWN_CHARSET("RFC 2047 2", "names private to a program", LOW),
  /** Looks like an encoded word, and cannot be read as one. */
  MALFORMED_ENCODED_WORD("RFC 2047 2", "a word cut by a program that folds lines", LOW),
  /** An encoded word of more than 75 characters. */
  ENCODED_WORD_TOO_LONG("RFC 2047 2", "programs that do not split", NONE),
  /** White space within an encoded word. */
  SPACE_IN_ENCODED_WORD("RFC 2047 2", "home-made encoders", LOW),
  /** A character divided between two encoded words. */
  ENCODED_WORD_SPLITS_CHARACTER("RFC 2047 5", "programs that split by bytes", NONE),
  /** An encoded word that adjoins other text. */
  ENCODED_WORD_NOT_SEPARATED("RFC 2047 5", "tags added to a subject", NONE),
  /** An encoded word within a quoted string. */
  ENCODED_WORD_IN_QUOTES("RFC 2047 5", "wide-spread programs", NONE),
  /** Base64 of an encoded word without its padding. */
  ENCODED_WORD_PADDING("RFC 2047 4.1", "home-made encoders", LOW),
  /** Bytes of an encoded word that are not of the charset it names. */
  ENCODED_WORD_WRONG_CHARSET("RFC 2047 2", "templates filled from a database", LOW),
  /** An encoded word that says B and is in the Q encoding. */
  ENCODED_WORD_WRONG_ENCODING("RFC 2047 4", "home-made encoders", LOW),

  // Parameters and file names: RFC 2231, RFC 2183.
  /** An encoded word as a parameter. */
  ENCODED_WORD_IN_PARAMETER("RFC 2231 1", "wide-spread programs", NONE),
  /** Pieces of a parameter are missing. */
  BROKEN_PARAMETER_PIECES("RFC 2231 3", "home-made programs", LOW),
  /** A parameter with a percent sign that begins no code, or in an unknown charset. */
  MALFORMED_EXTENDED_PARAMETER("RFC 2231 4", "home-made programs", LOW),
  /** A Content-Disposition that cannot be read. */
  UNREADABLE_DISPOSITION("RFC 2183 2", "home-made programs", LOW),
  /** A file name with a path. */
  FILE_NAME_WITH_PATH("RFC 2183 2.3", "old programs that give the whole path", MEDIUM),
  /** Content-Type and Content-Disposition give different file names. */
  FILE_NAMES_DISAGREE("RFC 2183 2.3", "one of the two was shortened", MEDIUM);

  private final String citation;
  private final String benignCause;
  private final ForensicWeight weight;

  DefectCode(String citation, String benignCause, ForensicWeight weight) {
    this.citation = citation;
    this.benignCause = benignCause;
    this.weight = weight;
  }

  /** The section of the standard the message departs from. */
  public String citation() {
    return citation;
  }

  /** The ordinary cause, for a person to read. */
  public String benignCause() {
    return benignCause;
  }

  /** What the defect says about the making of the message. */
  public ForensicWeight weight() {
    return weight;
  }
}
