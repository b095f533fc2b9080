package districtkg.web;

import districtkg.promise.DeliverySummary;
import districtkg.statement.Statement;

/** Says in a few words what became of a promised thing. */
public final class DeliveryText {
    private DeliveryText() {}

    /**
     * A sentence: {@code Promised for 2015, in operation in 2017: between 16 and 27 months late.}
     * Empty for what cannot be judged.
     */
    public static String text(DeliverySummary delivery, View view) {
        Statement promise = delivery.promise();
        String stage =
                promise.status().stream()
                        .map(status -> view.word("stage", status))
                        .reduce((earlier, further) -> further)
                        .orElse("");
        String late = view.late(promise.lateness());
        return switch (delivery.verdict().key()) {
            case "notMeasurable" -> "";
            case String verdict ->
                    view.say(
                            "delivery." + verdict,
                            view.date(promise.due()),
                            stage,
                            delivery.shown().map(one -> on(one.date(), view)).orElse(""),
                            late.isEmpty() ? view.say("late.short") : late,
                            view.date(promise.asOf()));
        };
    }

    /** A date as it stands in a sentence: {@code in June 2020}, {@code on 12 October 2019}. */
    private static String on(String written, View view) {
        return view.say(written.length() == 10 ? "date.on" : "date.in", view.date(written));
    }
}
