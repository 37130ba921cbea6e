package org.proffer.generator;

import static org.proffer.law.canspam.PrimaryPurpose.Value.COMMERCIAL;
import static org.proffer.law.canspam.PrimaryPurpose.Value.OTHER;
import static org.proffer.law.canspam.PrimaryPurpose.Value.TRANSACTIONAL;

import java.util.List;
import org.proffer.generator.Campaign.Kind;

/** The campaigns, in one list; weights add up to 1,000. */
final class Campaigns {
  static final List<Campaign> ALL =
      List.of(
          new Campaign(
              "tout-qzxe",
              190,
              Kind.RING,
              COMMERCIAL,
              List.of(
                  "Hot stock alert: QZXE",
                  "QZXE set to explode",
                  "Re: that stock I told you about",
                  "Breaking news on QZXE"),
              List.of(
                  "INVESTOR ALERT! Quazon Export Corp (QZXE) is trading at $0.42 and our target is $2.10.\nThe company has just announced a contract in Guangdong. Buy QZXE before Monday, the big run starts now!\nCurrent price: 0.42   5-day target: 1.15   10-day target: 2.10\n",
                  "Do not miss this pick: QZXE. Our last pick went up 340 percent in two weeks. Get in early, buy QZXE today at the open and watch it go. Strong buy!\n"),
              20,
              200),
          new Campaign(
              "tout-lmnp",
              150,
              Kind.RING,
              COMMERCIAL,
              List.of(
                  "LMNP: the next big thing",
                  "Small cap alert LMNP",
                  "You asked for a stock tip",
                  "Fwd: LMNP doubles"),
              List.of(
                  "Lumen Pacific Holdings (LMNP) - undervalued and ready to move. Symbol: LMNP. Price: $0.08. Recommendation: STRONG BUY.\nVolume is building. Smart investors buy before the news is out. Call your broker and buy LMNP now.\n"),
              180,
              240),
          new Campaign(
              "tout-grvt",
              90,
              Kind.RING,
              COMMERCIAL,
              List.of("GRVT stock pick of the month", "Profit from GRVT", "Urgent: GRVT"),
              List.of(
                  "Gravita Mining (GRVT) announces a gold find. Shares at $0.31 will not stay there. This is the investment opportunity of the year: buy GRVT on Thursday.\n"),
              400,
              200),
          new Campaign(
              "pills",
              90,
              Kind.RING,
              COMMERCIAL,
              List.of(
                  "Save 80% on your meds",
                  "Cheap pills, no prescription", "Your refill is waiting"),
              List.of(
                  "Order all your medications from our licensed pharmacy. Lowest prices guaranteed: buy now and save 80%. Free shipping on every order.\nOrder here: http://shop-%s.example/order\n"),
              0,
              600),
          new Campaign(
              "mortgage",
              60,
              Kind.HONEST,
              COMMERCIAL,
              List.of("Refinance at 3.1%", "Lower your monthly payment"),
              List.of(
                  "Rates are at a forty-year low. Refinance today and save hundreds of dollars a month. Apply now for your free quote at http://homeloans.example/apply?c=%s\n"),
              0,
              600),
          new Campaign(
              "adult",
              30,
              Kind.RING,
              COMMERCIAL,
              List.of(
                  "SEXUALLY-EXPLICIT: Private offer",
                  "Private pictures for you",
                  "Sexually-Explicit: hot girls"),
              List.of(
                  "Hot adult webcams, uncensored xxx videos. Join now, your first week is free: http://adult-%s.example/join\n"),
              140,
              400),
          new Campaign(
              "shop",
              80,
              Kind.HONEST,
              COMMERCIAL,
              List.of(
                  "20% off spring bulbs", "This week's specials at Acme Bulbs", "Sale ends Sunday"),
              List.of(
                  "Our spring sale is on: 20% off all bulbs this week. Order online at http://www.acmebulbs.example/sale and get free shipping on orders over $40.\n"),
              0,
              600),
          new Campaign(
              "order",
              70,
              Kind.ORDINARY,
              TRANSACTIONAL,
              List.of("Your order has shipped", "Order confirmation"),
              List.of(
                  "Thank you for your order number %s. Your order has shipped today by ground service.\n\n  1 x Tulip bulbs, mixed, 50    $14.95\n  Shipping                       $4.00\n  Total                         $18.95\n\nYou can follow your parcel with the tracking number %s.\n"),
              0,
              600),
          new Campaign(
              "list",
              90,
              Kind.ORDINARY,
              OTHER,
              List.of(
                  "[gardeners] Re: black spot on roses",
                  "[gardeners] frost dates",
                  "[gardeners] meeting minutes"),
              List.of(
                  "On Tuesday Robin wrote:\n> Has anybody seen this on the lower leaves?\n\nYes, every wet June. I take the leaves off and do not compost them.\n\nRobin\n"),
              0,
              600),
          new Campaign(
              "personal",
              80,
              Kind.ORDINARY,
              OTHER,
              List.of("Sunday", "photos from the lake", "Mom's birthday"),
              List.of(
                  "Hi,\n\nare you coming on Sunday? We thought of two o'clock. Bring the children if they like; the boat is back in the water.\n\nSee you,\nJo\n"),
              0,
              600),
          new Campaign(
              "work",
              70,
              Kind.ORDINARY,
              OTHER,
              List.of(
                  "minutes of the project meeting",
                  "draft of chapter 3",
                  "room change for Thursday"),
              List.of(
                  "All,\n\nthe room for Thursday has changed to 4.12. Please send me your part of the report by Wednesday noon so that I can put it together.\n\nThanks\nChris\n"),
              0,
              600));

  private Campaigns() {}

  /** The campaign of a draw from 0 to 999. */
  static Campaign at(int draw) {
    int left = draw;
    for (Campaign campaign : ALL) {
      left -= campaign.weight();
      if (left < 0) {
        return campaign;
      }
    }
    throw new IllegalStateException("the weights add up to less than 1,000");
  }
}
