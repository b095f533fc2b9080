package districtkg.web.message;

import districtkg.promise.Promises;
import districtkg.promise.Promises.Facet;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums up a list of promises in words. */
public final class PromisesText {
    private static final Set<String> DONE =
            Set.of("kept", "keptLate", "keptAfterPostponement", "done");

    private PromisesText() {}

    /** The filters that are set: {@code Promises: aviation, due 2020}. */
    public static String heading(Promises promises, Messages words) {
        return promises.set().isEmpty()
                ? words.say("promises.heading.all")
                : words.say(
                        "promises.heading",
                        promises.set().stream()
                                .sorted(Comparator.comparing(Facet::ofYears))
                                .map(one -> value(one, words))
                                .collect(Collectors.joining(words.say("promises.comma"))));
    }

    /** How many there are, and what became of them. */
    public static String sentence(Promises promises, Messages words) {
        boolean whole = promises.rows().size() == promises.all();
        String count =
                words.say(
                        !whole
                                ? "promises.count"
                                : promises.all() == 1 ? "promises.count.one" : "promises.count.all",
                        words.count(promises.rows().size()),
                        words.count(promises.all()));
        if (promises.rows().isEmpty()) {
            return words.say("promises.sentence.none", count);
        }
        String verdicts =
                promises.verdicts().stream()
                        .map(
                                one ->
                                        words.say(
                                                "promises.verdict",
                                                one.name(),
                                                words.count(one.count())))
                        .collect(Collectors.joining(words.say("promises.comma")));
        boolean none = promises.verdicts().stream().noneMatch(one -> DONE.contains(one.key()));
        return words.say(
                none ? "promises.sentence.unconfirmed" : "promises.sentence", count, verdicts);
    }

    /** The name of a value; a year that is missing is said to be so. */
    public static String choice(String name, Messages words) {
        return name.isEmpty() ? words.say("filter.none") : name;
    }

    private static String value(Facet facet, Messages words) {
        String name = choice(facet.value(), words);
        String key = "promises.heading." + facet.name();
        return words.has(key) && !facet.value().isEmpty() ? words.say(key, name) : name;
    }
}
