package districtkg.figure;

import districtkg.figure.Figure.Doubt;
import districtkg.figure.FigureReader.Context;
import districtkg.figure.Phrase.Change;
import districtkg.number.Unit.Form;
import districtkg.quantity.Quantity;
import districtkg.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what each quantity of one clause measures. Reads and updates the context. */
final class ClauseIndicators {
    private static final Pattern TOTAL = Pattern.compile("总量|总数|总数量|存量|数量");

    /** What is stated of a thing itself, not of its area or its value added. */
    private static final Pattern YIELD = Pattern.compile("总?产量?|单产|对.+贡献率");

    private static final Pattern MEASURE_OF_THING =
            Pattern.compile("(?<=..)(?:实现)?(?:(?:播种|种植)?面积|增加值|总?产值|总?规模)$");

    /** The base of comparison of a multiple, which is not a name: 是2016年的3倍. */
    private static final Pattern COMPARED =
            Pattern.compile("^[^，、]{0,4}(?:是|为|相当于|达到?|较|比)[^，、]{2,14}的?$");

    private static final Pattern GOES_ON = Pattern.compile("(?:、|和|以及|及|与)[\u0000\\s]*$");
    private static final Pattern NAMES_BEFORE = Pattern.compile(".*(?:等|、.*)$");
    private static final Pattern ATTRIBUTE_OF_NONE =
            Pattern.compile("^的(?:基础上|情况下|背景下|同时|目标|速度|水平|增速|任务|好成绩|历史|高)");
    private static final Pattern PEOPLE_OF =
            Pattern.compile(
                    "^(?<people>[^，。、的]{0,4}(?:人口|群众|居民|村民|农民|学生|师生|家庭|工人))的(?<thing>.{2,20})$");

    /** A rate of growth after its number: 保持经济8%左右的增长速度. */
    private static final Pattern RATE_OF =
            Pattern.compile("^的(?<thing>(?:经济)?)(?:较?[快高])?(?:增长速度|增长率|增速|增幅|增长)(?:水平)?$");

    private final ClauseWords words;
    private final List<Quantity> quantities;
    private final Context context;
    private String clauseVerb = "";
    private List<String> shared = List.of();
    private String sharedSuffix = "";
    private int sharedFrom;
    private String clauseShare = "";

    ClauseIndicators(String text, Span clause, List<Quantity> quantities, Context context) {
        this.words = new ClauseWords(text, clause, quantities);
        this.quantities = quantities;
        this.context = context;
    }

    /** The name of what a quantity measures; empty if no words name it. */
    String of(int at, List<Doubt> doubts) {
        Quantity quantity = quantities.get(at);
        if (quantity.base()) {
            doubts.add(Doubt.CHANGE_BASE);
        }
        if (!quantity.region().isEmpty() && quantity.form() == Form.PERCENT) {
            return quantity.region();
        }
        String name =
                switch (quantity.form()) {
                    case RANK -> rank(at, quantity, doubts);
                    case STREAK -> streak(at);
                    case POINTS -> points(at, doubts);
                    case PERCENT, TIMES -> relative(at, doubts);
                    default -> level(at, quantity, doubts);
                };
        if (name.isEmpty()) {
            doubts.add(Doubt.NO_INDICATOR);
        } else if (name.length() > 20) {
            doubts.add(Doubt.LONG_INDICATOR);
        } else if (Phrase.isOdd(name)) {
            doubts.add(Doubt.ODD_INDICATOR);
        }
        return name;
    }

    private String rank(int at, Quantity quantity, List<Doubt> doubts) {
        String ranked = Phrase.ranked(words.before(at));
        if (ranked.isEmpty() || Phrase.isGeneric(ranked) || ranked.length() <= 2) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            ranked = context.noun() + ranked;
        } else {
            context.remember(ranked, "");
        }
        return ranked + quantity.region() + "排名";
    }

    private String streak(int at) {
        String head = Phrase.trimmed(words.before(at));
        String base = head.isEmpty() ? context.noun() : head;
        context.remember(base, "");
        return base + Phrase.clean(words.after(at)) + "连续年数";
    }

    private String points(int at, List<Doubt> doubts) {
        String head = Phrase.clean(Phrase.trimHead(words.before(at)));
        Optional<Change> change = Phrase.change(words.before(at));
        if (change.isPresent() && !change.get().base().isEmpty()) {
            context.remember(change.get().base(), "");
            return head;
        }
        doubts.add(Doubt.CARRIED_INDICATOR);
        return context.noun() + head;
    }

    private String relative(int at, List<Doubt> doubts) {
        String head = words.before(at);
        if (at > 0 && at < sharedFrom + shared.size() && words.isListed(at)) {
            doubts.add(Doubt.SHARED_VERB);
            String base = shared.get(at - sharedFrom);
            context.remember(base, "");
            return base + sharedSuffix;
        }
        if (head.contains("分别")) {
            Optional<String> first = distribute(at, head, doubts);
            if (first.isPresent()) {
                return first.get();
            }
        }
        Optional<Change> change = Phrase.change(head);
        if (change.isPresent()) {
            Optional<String> first = distributeInOrder(at, change.get(), doubts);
            if (first.isPresent()) {
                return first.get();
            }
        }
        Matcher rate = RATE_OF.matcher(Phrase.clean(words.after(at)));
        if (change.isEmpty() && rate.matches()) {
            String base = Phrase.withoutVerb(Phrase.trimmed(head)) + rate.group("thing");
            if (!base.isEmpty()) {
                context.remember(base, "");
                return base + "增速";
            }
        }
        Optional<List<String>> share = Phrase.share(head);
        if (share.isPresent()) {
            return part(at, share.get().get(0), share.get().get(1), doubts);
        }
        if (at > 0 && quantities.get(at - 1).base() && !clauseShare.isEmpty()) {
            return context.noun() + clauseShare;
        }
        if (change.isPresent()) {
            String base = change.get().base();
            if (base.isEmpty()) {
                doubts.add(Doubt.CARRIED_INDICATOR);
                base = context.noun();
            } else {
                base = specific(base, doubts);
                context.remember(base, "");
            }
            return base.isEmpty() ? "" : base + MeasureSuffix.of(change.get());
        }
        return level(at, quantities.get(at), doubts);
    }

    /** 甲、乙分别增长1%、2%: the names before the verb, or those of the figures before. */
    private Optional<String> distribute(int at, String head, List<Doubt> doubts) {
        int count = words.listed(at);
        String before = Phrase.trimmed(head.substring(0, head.indexOf("分别")));
        Optional<Change> change = Phrase.change(head);
        List<String> items = ListedMeasures.of(before, count);
        if (before.isEmpty()) {
            items = context.last(count).orElse(List.of());
        }
        if (items.size() != count) {
            return Optional.empty();
        }
        return Optional.of(share(at, items, change.map(MeasureSuffix::of).orElse(""), doubts));
    }

    /**
     * The share of a part in a whole; without words for the part, that of what was named before.
     */
    private String part(int at, String part, String whole, List<Doubt> doubts) {
        clauseShare = (whole.isEmpty() ? "" : "占" + whole) + "占比";
        int count = words.listed(at);
        if (part.isEmpty() && count > 1) {
            Optional<List<String>> parts = context.last(count);
            if (parts.isPresent()) {
                return share(at, parts.get(), clauseShare, doubts);
            }
        }
        if (part.isEmpty()) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            return context.noun() + clauseShare;
        }
        context.remember(part, "");
        return part + clauseShare;
    }

    /**
     * 甲、乙下降1%、2%: as many names as numbers; without names, those of the figures before:
     * 甲、乙分别为1元、2元，增长3%、4%.
     */
    private Optional<String> distributeInOrder(int at, Change change, List<Doubt> doubts) {
        int count = words.listed(at);
        List<String> items =
                change.base().isEmpty()
                        ? context.last(count).orElse(List.of())
                        : ListedMeasures.of(change.base());
        return count > 1 && items.size() == count
                ? Optional.of(share(at, items, MeasureSuffix.of(change), doubts))
                : Optional.empty();
    }

    /** Assigns the numbers from here on to the names, and returns the first name. */
    private String share(int at, List<String> items, String suffix, List<Doubt> doubts) {
        shared = ListedMeasures.withShared(items);
        sharedFrom = at;
        sharedSuffix = suffix;
        doubts.add(Doubt.SHARED_VERB);
        context.remember(shared.get(0), "");
        return shared.get(0) + sharedSuffix;
    }

    private String level(int at, Quantity quantity, List<Doubt> doubts) {
        String head = words.before(at);
        if (quantity.form() == Form.TIMES
                && COMPARED.matcher(Phrase.clean(head)).matches()
                && !context.noun().isEmpty()
                && Phrase.clean(head).indexOf('是') <= 1) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            return context.noun() + "倍数";
        }
        if (at > 0 && at < sharedFrom + shared.size() && words.isListed(at)) {
            doubts.add(Doubt.SHARED_VERB);
            context.remember(shared.get(at - sharedFrom), "");
            return shared.get(at - sharedFrom);
        }
        if (head.contains("分别")) {
            Optional<String> first = distribute(at, head, doubts);
            if (first.isPresent()) {
                return first.get();
            }
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
        Matcher people = PEOPLE_OF.matcher(Phrase.clean(tail));
        if (people.matches()) {
            String thing = Phrase.thing(people.group("thing"));
            context.remember(thing, "");
            return thing + head + people.group("people");
        }
        if (!quantity.base() && Phrase.isNoun(tail)) {
            boolean goesOn = at > 0 && GOES_ON.matcher(words.before(at)).find();
            String rest = goesOn ? "" : Phrase.withoutVerb(head);
            boolean names = NAMES_BEFORE.matcher(rest).matches();
            String doing = goesOn || (verb.isEmpty() && head.isEmpty()) ? clauseVerb : verb;
            String noun = Phrase.counted(tail);
            if (Phrase.predicateLength(tail) > 4) {
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
        head = withoutMembers(head);
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

    /** The head without the members of a list that its noun sums up: 举办甲赛、乙赛等赛事. */
    private static String withoutMembers(String head) {
        return ListedMeasures.group(head)
                .filter(group -> group.length() > 1)
                .map(group -> Phrase.verb(head) + group)
                .orElse(head);
    }

    private String specific(String base, List<Doubt> doubts) {
        if (!Phrase.isGeneric(base)) {
            return base;
        }
        doubts.add(Doubt.CARRIED_INDICATOR);
        return context.nounOfSentence() + base;
    }
}
