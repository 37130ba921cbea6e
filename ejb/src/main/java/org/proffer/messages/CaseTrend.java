package org.proffer.messages;

import java.util.List;
import org.proffer.trends.Trend;
import org.proffer.trends.TrendGroups;

/**
 * How the messages of a case are spread over time, campaigns and networks.
 *
 * @param basis which clock tells the day
 * @param all messages of the case, whether they match or not
 * @param items the evidence items that the sources of the trend are, by number
 * @param campaigns messages that lead to one domain, or have one content
 * @param networks networks that handed messages over
 * @param untraced messages stored before trends were kept that have not been read anew yet; of them
 *     nothing but the date and the purpose is told
 */
public record CaseTrend(
    TrendBasis basis,
    long all,
    Trend trend,
    List<Item> items,
    TrendGroups campaigns,
    TrendGroups networks,
    long untraced) {
  public CaseTrend {
    items = List.copyOf(items);
  }

  /**
   * An evidence item.
   *
   * @param source its name in the trend
   * @param number in the case
   * @param collector who collected it, else its source, as the record of the item says; else its
   *     number
   * @param recorded whether the record says so
   */
  public record Item(String source, int number, String title, String collector, boolean recorded) {}
}
