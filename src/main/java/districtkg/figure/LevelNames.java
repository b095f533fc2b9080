package districtkg.figure;

import districtkg.figure.Figure.Doubt;
import districtkg.figure.FigureReader.Context;
import districtkg.figure.Phrase.Change;
import districtkg.number.Unit.Form;
import districtkg.quantity.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the levels of one clause: counts, amounts and lengths of time. Reads and updates the
 * context.
 */
final class LevelNames {
    private static final Pattern TOTAL = Pattern.compile("总量|总数|总数量|存量|数量");

    /** What is stated of a thing itself, not of its area or its value added. */
    private static final Pattern YIELD = Pattern.compile("总?产量?|单产|对.+贡献率");

    private static final Pattern MEASURE_OF_THING =
            Pattern.compile("(?<=..)(?:实现)?(?:(?:播种|种植)?面积|增加值|总?产值|总?规模)$");

    /** The base of comparison of a multiple, which is not a name: 是2016年的3倍. */
    private static final Pattern COMPARED =
            Pattern.compile("^[^，、]{0,4}(?:是|为|相当于|达到?|较|比)[^，、]{2,14}的?$");

    /** What two counts have in common, after the levels of each: 2个国家级、3个省级公园. */
    private static final Pattern OF_LEVEL = Pattern.compile("^(?<level>\\p{IsHan}{1,6}级)[、和及与]$");

    private static final Pattern THING_OF_LEVEL =
            Pattern.compile("^\\p{IsHan}{1,6}级(?<thing>[^，、]{2,})$");

    /** A bound of the next number behind the thing that this one counts: 近 of 5个乡镇近3万群众. */
    private static final Pattern BOUND_OF_NEXT = Pattern.compile("(?<=..)(?:近|超过?|逾|约|共|达到?|为)$");

    private static final Pattern GOES_ON = Pattern.compile("(?:、|和|以及|及|与)[\u0000\\s]*$");
    private static final Pattern ANOTHER = Pattern.compile("[、和及与].*等");
    private static final Pattern NAMES_BEFORE = Pattern.compile(".*(?:等|、.*)$");
    private static final Pattern ATTRIBUTE_OF_NONE =
            Pattern.compile("^的(?:基础上|情况下|背景下|同时|目标|速度|水平|增速|任务|好成绩|历史|高|新[“纪高])");
    private static final Pattern PEOPLE_OF =
            Pattern.compile(
                    "^(?<people>[^，。、的]{0,4}(?:人口|群众|居民|村民|农民|学生|师生|家庭|工人))的(?<thing>.{2,20})$");

    private final ClauseWords words;
    private final Context context;
    private final ListedNames shared;
    private String clauseVerb = "";

    LevelNames(ClauseWords words, Context context, ListedNames shared) {
        this.words = words;
        this.context = context;
        this.shared = shared;
    }

    /** The name of a length of time for which something lasts in a row. */
    String streak(int at, String thing, String measure, List<Doubt> doubts) {
        String base = thing;
        if (thing.isEmpty() || Phrase.isGeneric(thing) || TOTAL.matcher(thing).matches()) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            base = context.noun().endsWith(thing) ? context.noun() : context.noun() + thing;
        }
        context.remember(base, "");
        return base + Phrase.clean(words.afterWithRank(at)) + measure;
    }

    /** The name of a level; empty if no words name it. */
    String level(int at, Quantity quantity, List<Doubt> doubts) {
        String head = words.before(at);
        if (quantity.form() == Form.TIMES
                && COMPARED.matcher(Phrase.clean(head)).matches()
                && !context.noun().isEmpty()
                && Phrase.clean(head).indexOf('是') <= 1) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            return context.noun() + "倍数";
        }
        if (shared.covers(at)) {
            return shared.name(at, false, doubts);
        }
        if (head.contains("分别")) {
            Optional<String> first = shared.distribute(at, head, ListedNames.suffix(head), doubts);
            if (first.isPresent()) {
                return first.get();
            }
        }
        Optional<String> streak = Streaks.thing(quantity, head);
        if (streak.isPresent()) {
            return streak(at, streak.get(), Streaks.measure(quantity), doubts);
        }
        Optional<Change> change = Phrase.change(head);
        if (change.isPresent() && quantity.unit().equals("位")) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            return context.noun() + Phrase.clean(Phrase.trimHead(head)) + "位次";
        }
        if (change.isPresent() && quantity.form() != Form.PERCENT && !counts(change.get(), at)) {
            String base = change.get().base();
            if (base.isEmpty()) {
                doubts.add(Doubt.CARRIED_INDICATOR);
                base = context.noun();
            } else {
                context.remember(base, "");
            }
            return (change.get().direction() > 0 ? "新增" : "减少")
                    + base
                    + MeasureSuffix.of(quantity, base);
        }
        String name = named(at, quantity, doubts);
        return name.isEmpty() ? "" : name + MeasureSuffix.of(quantity, name);
    }

    /** Whether a verb is an action on counted things and not a change: 提升 in 改造提升3条道路. */
    private boolean counts(Change change, int at) {
        return Phrase.withoutVerb(change.base()).isEmpty() && Phrase.isNoun(words.after(at));
    }

    /** The words after a number that name what it counts, without those of the next number. */
    private String tail(int at, List<Doubt> doubts) {
        String tail = words.after(at);
        if (words.isLast(at)) {
            return tail;
        }
        Matcher level = OF_LEVEL.matcher(Phrase.clean(tail));
        if (level.matches()) {
            Matcher thing = THING_OF_LEVEL.matcher(Phrase.clean(words.after(at + 1)));
            return thing.matches() ? level.group("level") + thing.group("thing") : tail;
        }
        String first = ClauseWords.withoutNext(tail);
        Matcher bound = BOUND_OF_NEXT.matcher(tail);
        if (!first.equals(tail) || !Phrase.isNoun(tail) || !bound.find()) {
            return first;
        }
        doubts.add(Doubt.ODD_INDICATOR);
        return tail.substring(0, bound.start());
    }

    /** Verb and noun of a level, from the words before and after the number. */
    private String named(int at, Quantity quantity, List<Doubt> doubts) {
        String head = Phrase.trimmed(words.before(at));
        String verb = Phrase.verb(head);
        String tail = words.after(at);
        boolean attribute =
                Phrase.clean(tail).startsWith("的")
                        && !ATTRIBUTE_OF_NONE.matcher(Phrase.clean(tail)).find();
        if (attribute) {
            String thing = Phrase.clean(tail).substring(1);
            if (thing.isEmpty() && !words.isLast(at)) {
                thing = words.after(at + 1);
            }
            Optional<String> group = ListedMeasures.group(thing);
            if (group.isPresent()) {
                thing =
                        group.get().isEmpty() && !words.isLast(at)
                                ? words.after(at + 1)
                                : group.get();
            }
            clauseVerb = verb;
            String noun = Phrase.counted(thing);
            if (Phrase.predicateLength(thing) > 4) {
                doubts.add(Doubt.PREDICATE);
            }
            String of = Phrase.withoutVerb(head).replaceFirst("^了", "");
            context.remember(noun, verb);
            return noun + (of.isEmpty() ? verb : of);
        }
        tail = tail(at, doubts);
        Matcher people = PEOPLE_OF.matcher(Phrase.clean(tail));
        if (people.matches()) {
            String thing = Phrase.thing(people.group("thing"));
            context.remember(thing, "");
            return thing + head + people.group("people");
        }
        Optional<String> cost =
                quantity.unit().equals("元") ? MoneyUse.costly(tail, head) : Optional.empty();
        if (cost.isPresent()) {
            context.remember(cost.get(), "");
            return cost.get() + head;
        }
        if (!quantity.base() && Phrase.isNoun(tail)) {
            boolean goesOn = at > 0 && GOES_ON.matcher(words.before(at)).find();
            boolean another = at > 0 && ANOTHER.matcher(words.before(at)).matches();
            String rest = goesOn || head.equals("对") ? "" : Phrase.withoutVerb(head);
            boolean names = NAMES_BEFORE.matcher(rest).matches();
            String doing =
                    goesOn || (verb.isEmpty() && (head.isEmpty() || another)) ? clauseVerb : verb;
            String noun = Phrase.counted(tail);
            if (Phrase.predicateLength(tail) > 4 || head.equals("对")) {
                doubts.add(Doubt.PREDICATE);
            }
            context.remember(noun, doing);
            clauseVerb = doing;
            return doing + (names ? "" : rest) + noun;
        }
        if (head.isEmpty()) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            return words.before(at).contains("累计")
                    ? Phrase.withoutVerb(context.noun())
                    : context.noun();
        }
        Optional<String> use =
                quantity.unit().equals("元") ? MoneyUse.of(words, at, head) : Optional.empty();
        if (use.isPresent()) {
            context.remember(use.get(), "");
            clauseVerb = "";
            return MoneyUse.name(use.get(), head);
        }
        head = ListedMeasures.withoutMembers(head);
        String core = Phrase.withoutVerb(head);
        if (Phrase.isGeneric(core) || Phrase.isGeneric(head) || core.isEmpty()) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            String noun = context.nounOfSentence();
            if (head.equals("人均")) {
                return head + Phrase.withoutVerb(noun);
            }
            if (core.isEmpty() && !Phrase.withoutVerb(noun).isEmpty()) {
                return verb + Phrase.withoutVerb(noun);
            }
            if (TOTAL.matcher(core).matches()) {
                context.endVerb();
            }
            if (YIELD.matcher(core).matches()) {
                String yield = MEASURE_OF_THING.matcher(noun).replaceFirst("") + head;
                context.remember(yield, "");
                return yield;
            }
            return (TOTAL.matcher(core).matches() ? Phrase.withoutVerb(noun) : noun) + head;
        }
        boolean bare = Phrase.clean(words.before(at)).endsWith(head);
        if (verb.isEmpty() && bare && !clauseVerb.isEmpty() && at > 0) {
            verb = clauseVerb;
            head = clauseVerb + head;
        } else if (verb.isEmpty()
                && bare
                && quantity.form() == Form.COUNT
                && !context.verb().isEmpty()) {
            verb = context.verb();
            head = verb + head;
            doubts.add(Doubt.SHARED_VERB);
        }
        clauseVerb = verb;
        context.remember(head, verb.equals("完成") ? "" : verb);
        return head;
    }
}
