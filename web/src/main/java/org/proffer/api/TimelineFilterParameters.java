package org.proffer.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.timeline.Lane;
import org.proffer.timeline.TimelineFilter;

/** Which entries of a timeline are wanted, as it stands in an address. */
@NullUnmarked
public class TimelineFilterParameters {
  @QueryParam("person")
  @DefaultValue("")
  String person;

  @QueryParam("tag")
  @DefaultValue("")
  String tag;

  @QueryParam("kind")
  @DefaultValue("")
  String kind;

  @QueryParam("lane")
  @DefaultValue("")
  String lane;

  TimelineFilter filter() {
    return new TimelineFilter(
        person.isEmpty() ? null : Ids.parse("party", person),
        tag,
        kind,
        lane.isEmpty()
            ? null
            : Arrays.stream(Lane.values())
                .filter(one -> one.name().equals(lane))
                .findFirst()
                .orElseThrow(
                    () ->
                        new InvalidInput(
                            "lane",
                            "There is no lane “" + lane + "”.",
                            "Choose one of: "
                                + Arrays.stream(Lane.values())
                                    .map(Lane::name)
                                    .collect(Collectors.joining(", "))
                                + ".")));
  }
}
