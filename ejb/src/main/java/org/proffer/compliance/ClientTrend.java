package org.proffer.compliance;

import org.proffer.trends.Trend;
import org.proffer.trends.TrendGroups;

/**
 * How the checked messages of a client are spread over time.
 *
 * @param by which clock tells the day
 * @param campaigns by the domain that messages lead to
 * @param networks by the network that handed them over
 */
public record ClientTrend(
    CheckFilter.By by, Trend trend, TrendGroups campaigns, TrendGroups networks) {}
