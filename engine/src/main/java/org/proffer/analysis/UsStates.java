package org.proffer.analysis;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** States and territories of the United States, and the three-digit ZIP prefixes of each (USPS). */
final class UsStates {
  private static final String TABLE =
      "AL=350-369;AK=995-999;AZ=850-865;AR=716-729,755;CA=900-961;CO=800-816;CT=060-069;"
          + "DE=197-199;DC=200-205,569;FL=320-349;GA=300-319,398-399;HI=967-968;ID=832-838;"
          + "IL=600-629;IN=460-479;IA=500-528;KS=660-679;KY=400-427;LA=700-714;ME=039-049;"
          + "MD=206-219;MA=010-027,055;MI=480-499;MN=550-567;MS=386-397;MO=630-658;MT=590-599;"
          + "NE=680-693;NV=889-898;NH=030-038;NJ=070-089;NM=870-884;NY=005,063,100-149;NC=270-289;"
          + "ND=580-588;OH=430-459;OK=730-749;OR=970-979;PA=150-196;RI=028-029;SC=290-299;"
          + "SD=570-577;TN=370-385;TX=733,750-799,885;UT=840-847;VT=050-059;VA=201,220-246;"
          + "WA=980-994;WV=247-268;WI=530-549;WY=820-831,834;PR=006-009;VI=008;GU=969;AS=967;MP=969;"
          + "AP=962-966;AE=090-098;AA=340";
  private static final String NAMES =
      "Alabama=AL;Alaska=AK;Arizona=AZ;Arkansas=AR;California=CA;Calif=CA;Colorado=CO;"
          + "Connecticut=CT;Conn=CT;Delaware=DE;District of Columbia=DC;Florida=FL;Fla=FL;Georgia=GA;"
          + "Hawaii=HI;Idaho=ID;Illinois=IL;Indiana=IN;Iowa=IA;Kansas=KS;Kentucky=KY;Louisiana=LA;"
          + "Maine=ME;Maryland=MD;Massachusetts=MA;Mass=MA;Michigan=MI;Mich=MI;Minnesota=MN;"
          + "Minn=MN;Mississippi=MS;Missouri=MO;Montana=MT;Nebraska=NE;Nevada=NV;"
          + "New Hampshire=NH;New Jersey=NJ;New Mexico=NM;New York=NY;North Carolina=NC;"
          + "North Dakota=ND;Ohio=OH;Oklahoma=OK;Oregon=OR;Pennsylvania=PA;Rhode Island=RI;"
          + "South Carolina=SC;South Dakota=SD;Tennessee=TN;Tenn=TN;Texas=TX;Tex=TX;Utah=UT;"
          + "Vermont=VT;Virginia=VA;Washington=WA;Wash=WA;West Virginia=WV;Wisconsin=WI;Wisc=WI;"
          + "Wyoming=WY;Puerto Rico=PR;Guam=GU";
  private static final Map<String, boolean[]> PREFIXES = prefixes();
  private static final Map<String, String> CODES = codes();

  private UsStates() {}

  /** The two-letter code of a code or name in any case; empty where it is neither. */
  static String code(String word) {
    String upper = word.toUpperCase(Locale.ROOT).replace(".", "").strip();
    if (PREFIXES.containsKey(upper)) {
      return upper;
    }
    return CODES.getOrDefault(upper, "");
  }

  /** Whether the ZIP code lies in the state. */
  static boolean agree(String code, String zip) {
    boolean[] prefixes = PREFIXES.get(code);
    return prefixes != null && prefixes[Integer.parseInt(zip.substring(0, 3))];
  }

  private static Map<String, boolean[]> prefixes() {
    Map<String, boolean[]> map = new HashMap<>();
    for (String row : TABLE.split(";", -1)) {
      boolean[] prefixes = new boolean[1000];
      for (String range : row.substring(3).split(",", -1)) {
        int from = Integer.parseInt(range.substring(0, 3));
        int to = range.length() > 3 ? Integer.parseInt(range.substring(4)) : from;
        for (int i = from; i <= to; i++) {
          prefixes[i] = true;
        }
      }
      map.put(row.substring(0, 2), prefixes);
    }
    return Map.copyOf(map);
  }

  private static Map<String, String> codes() {
    Map<String, String> map = new HashMap<>();
    for (String row : NAMES.split(";", -1)) {
      int equals = row.indexOf('=');
      map.put(row.substring(0, equals).toUpperCase(Locale.ROOT), row.substring(equals + 1));
    }
    return Map.copyOf(map);
  }
}
