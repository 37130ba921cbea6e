package org.proffer.analysis;

import java.util.Set;

/** What can be said of a domain by its name alone. */
final class Domains {
  private static final Set<String> SECOND_LEVEL =
      Set.of("co", "com", "org", "net", "gov", "ac", "edu", "gob", "gouv", "or", "ne", "go");
  private static final Set<String> FREE =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "yahoo.com",
          "ymail.com",
          "rocketmail.com",
          "hotmail.com",
          "outlook.com",
          "live.com",
          "msn.com",
          "aol.com",
          "aim.com",
          "icloud.com",
          "me.com",
          "mac.com",
          "gmx.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "mail.com",
          "mail.ru",
          "yandex.ru",
          "yandex.com",
          "protonmail.com",
          "proton.me",
          "zoho.com",
          "qq.com",
          "163.com",
          "126.com",
          "sina.com",
          "rediffmail.com",
          "excite.com",
          "lycos.com",
          "netscape.net",
          "email.com",
          "btinternet.com",
          "libero.it",
          "virgilio.it",
          "terra.com.br",
          "uol.com.br",
          "orange.fr",
          "laposte.net",
          "wanadoo.fr",
          "naver.com",
          "hanmail.net",
          "tutanota.com",
          "inbox.com",
          "consultant.com",
          "usa.com",
          "post.com",
          "minister.com",
          "yahoo.co.uk",
          "hotmail.co.uk",
          "yahoo.fr",
          "hotmail.fr",
          "yahoo.de",
          "yahoo.es",
          "yahoo.it",
          "yahoo.co.jp",
          "yahoo.co.in",
          "yahoo.ca",
          "yahoo.com.br",
          "outlook.fr",
          "live.fr",
          "live.co.uk",
          "t-online.de");
  private static final Set<String> DELIVERERS =
      Set.of(
          "sendgrid.net",
          "sparkpostmail.com",
          "amazonses.com",
          "mailgun.org",
          "mailgun.net",
          "mcsv.net",
          "mcdlv.net",
          "rsgsv.net",
          "mailchimpapp.net",
          "list-manage.com",
          "constantcontact.com",
          "ccsend.com",
          "exacttarget.com",
          "mailjet.com",
          "mjt.lu",
          "sendinblue.com",
          "brevo.com",
          "klaviyomail.com",
          "hubspotemail.net",
          "marketo.org",
          "mktomail.com",
          "salesforce.com",
          "responsys.net",
          "rsys5.com",
          "dotdigital.com",
          "campaign-archive.com",
          "cmail19.com",
          "cmail20.com",
          "createsend.com",
          "icontact.com",
          "aweber.com",
          "getresponse.com",
          "emarsys.net",
          "cheetahmail.com",
          "silverpop.com",
          "bluehornet.com",
          "postmarkapp.com",
          "mandrillapp.com",
          "substack.com",
          "beehiiv.com",
          "bluestatedigital.com",
          "ngpvan.com",
          "toast-restaurants.com",
          "shopifyemail.com",
          "squarespace-mail.com",
          "eventbrite.com",
          "evite.com",
          "zendesk.com",
          "intercom-mail.com",
          "customeriomail.com",
          "iterable.com",
          "braze.com",
          "bounce.io",
          "sailthru.com",
          "convertkit-mail.com",
          "mailerlite.com",
          "activehosted.com",
          "freshdesk.com",
          "googlegroups.com",
          "yahoogroups.com",
          "sourceforge.net",
          "lyris.net");

  // Of the deliverers, those where anybody can open a name of his own.
  private static final Set<String> OPEN =
      Set.of(
          "substack.com",
          "beehiiv.com",
          "eventbrite.com",
          "evite.com",
          "zendesk.com",
          "freshdesk.com",
          "googlegroups.com",
          "yahoogroups.com",
          "sourceforge.net");

  private Domains() {}

  /** The part of a domain that somebody registered, by the usual patterns; lower case. */
  static String registered(String domain) {
    String[] labels = domain.split("\\.", -1);
    int n = labels.length;
    if (n <= 2) {
      return domain;
    }
    boolean deep = labels[n - 1].length() == 2 && n >= 3 && SECOND_LEVEL.contains(labels[n - 2]);
    int keep = deep ? 3 : 2;
    StringBuilder result = new StringBuilder(labels[n - keep]);
    for (int i = n - keep + 1; i < n; i++) {
      result.append('.').append(labels[i]);
    }
    return result.toString();
  }

  /** The first label of the registered domain: the name that somebody chose. */
  static String name(String domain) {
    String registered = registered(domain);
    int dot = registered.indexOf('.');
    return dot < 0 ? registered : registered.substring(0, dot);
  }

  /** Whether the domain is of a kind that is given only to public bodies and schools. */
  static boolean isPublic(String domain) {
    return domain.endsWith(".gov")
        || domain.endsWith(".mil")
        || domain.endsWith(".edu")
        || domain.contains(".gov.")
        || domain.contains(".gouv.")
        || domain.endsWith(".int");
  }

  /** Whether anybody can have an address there. */
  static boolean isFree(String domain) {
    return FREE.contains(domain) || FREE.contains(registered(domain));
  }

  /** Whether the domain sends mail on behalf of others. */
  static boolean isDeliverer(String domain) {
    return DELIVERERS.contains(registered(domain));
  }

  /** Whether anybody can have mail sent under a name of his own choice from there. */
  static boolean isOpen(String domain) {
    return OPEN.contains(registered(domain)) || isFree(domain);
  }

  /** The domain of a web address; empty where it has none. Lower case. */
  static String ofUrl(String url) {
    int slashes = url.indexOf("//");
    int from = slashes >= 0 && slashes < 8 ? slashes + 2 : url.startsWith("www.") ? 0 : -1;
    if (from < 0) {
      return "";
    }
    int end = from;
    while (end < url.length() && "/?#:\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = url.substring(from, end);
    return Body.lower(host.substring(host.lastIndexOf('@') + 1));
  }
}
