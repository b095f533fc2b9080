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
    private static final Pattern THAN = Pattern.compile("(?:高于|低于|快于|高出|快过|慢于|优于|超出|领先)");

    /** A difference in points: 服务业增速 and 高于全国 of 服务业增速高于全国. */
    private static final Pattern COMPARED_WITH =
            Pattern.compile("^(?<base>.{2,}?)(?:分别|均|都|也)?(?<than>" + THAN + "[^，]+)$");

    /** A goal that is reached to some percent: 完成省定目标的100%. */
    private static final Pattern GOAL =
            Pattern.compile(
                    "^(?<thing>.*?)(?:超额)?完成(?<goal>[^，、]{0,10}(?:目标|任务|计划|指标))(?:任务)?(?:数|量|总量)?的?(?:近|约|超过?)?$");

    /** A rate of growth after its number: 保持经济8%左右的增长速度. */
    private static final Pattern RATE_OF =
            Pattern.compile("^的(?<thing>(?:经济)?)(?:较?[快高])?(?:增长速度|增长率|增速|增幅|增长)(?:水平)?$");

    /** What a share of things do by more than an amount: 税收增长超过 of 六成企业税收增长超过50%. */
    private static final Pattern DOES_MORE =
            Pattern.compile("^\\p{IsHan}{2,14}?(?:增长|提高|提升|增加|下降|降低)(?:超过?|达到?|高于|不低于)?$");

    /** What is done to a rate, which is not part of its name: 推动 of 推动污水处理率达到95%. */
    private static final Pattern PUSHED =
            Pattern.compile("^(?:推动|推进|确保|保持|促进|提高)(?=[^，]{3,}(?:率|比重|占比|比例|进度|增速|降幅)$)");

    private static final Pattern CHANGES = Pattern.compile("(?:增速|降幅|排名)$");

    private final ClauseWords words;
    private final List<Quantity> quantities;
    private final Context context;
    private final ListedNames shared;
    private final LevelNames levels;
    private String clauseShare = "";

    ClauseIndicators(String text, Span clause, List<Quantity> quantities, Context context) {
        this.words = new ClauseWords(text, clause, quantities);
        this.quantities = quantities;
        this.context = context;
        this.shared = new ListedNames(words, context);
        this.levels = new LevelNames(words, context, shared);
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
                    case STREAK ->
                            levels.streak(at, Phrase.trimmed(words.before(at)), "连续年数", doubts);
                    case POINTS -> points(at, doubts);
                    case PERCENT, TIMES -> PUSHED.matcher(relative(at, doubts)).replaceFirst("");
                    default -> levels.level(at, quantity, doubts);
                };
        if (quantity.form() != Form.POINTS) {
            boolean level = quantity.form() == Form.PERCENT && !CHANGES.matcher(name).find();
            context.rememberPercent(level ? name : "");
        }
        if (name.isEmpty()) {
            doubts.add(Doubt.NO_INDICATOR);
        } else if (name.length() > 20) {
            doubts.add(Doubt.LONG_INDICATOR);
        } else if (!doubts.contains(Doubt.ODD_INDICATOR)
                && (Phrase.isOdd(name) || OddNames.isOf(quantity, name, words.after(at)))) {
            doubts.add(Doubt.ODD_INDICATOR);
        }
        return name;
    }

    private String rank(int at, Quantity quantity, List<Doubt> doubts) {
        String ranked = Phrase.ranked(words.before(at));
        boolean ofList = quantity.region().contains("百强");
        if (ranked.isEmpty() && ofList) {
            context.remember(quantity.region(), "");
        } else if (ranked.isEmpty() || Phrase.isGeneric(ranked) || ranked.length() <= 2) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            ranked = context.noun() + ranked;
        } else {
            context.remember(ofList ? ranked + quantity.region() : ranked, "");
        }
        if (ranked.length() > quantity.region().length() + 1
                && ranked.startsWith(quantity.region())) {
            ranked = ranked.substring(quantity.region().length());
        }
        return ranked + quantity.region() + "排名";
    }

    private String points(int at, List<Doubt> doubts) {
        if (shared.covers(at)) {
            return shared.name(at, true, doubts);
        }
        String before = words.before(at);
        String head = Phrase.clean(Phrase.trimHead(before));
        int each = before.indexOf("分别");
        String ofEach = each < 0 ? "" : Phrase.clean(before.substring(each + 2));
        Optional<Change> change = Phrase.change(before);
        if (change.isPresent() && !THAN.matcher(head).find()) {
            if (Phrase.isOdd(change.get().base() + change.get().word())) {
                doubts.add(Doubt.ODD_INDICATOR);
            }
            head = change.get().base() + change.get().size();
            ofEach = change.get().size();
        }
        if (each >= 0 && change.isPresent()) {
            Optional<String> first = shared.distribute(at, before, ofEach, doubts);
            if (first.isPresent()) {
                return first.get();
            }
        }
        if (change.isPresent() && !change.get().base().isEmpty()) {
            context.remember(change.get().base(), "");
            return head;
        }
        Matcher compared = COMPARED_WITH.matcher(head);
        if (compared.matches() && !Phrase.isGeneric(compared.group("base"))) {
            String than = compared.group("than");
            Optional<String> first =
                    each < 0 ? Optional.empty() : shared.distribute(at, before, than, doubts);
            context.remember(compared.group("base"), "");
            return first.orElse(compared.group("base") + than);
        }
        doubts.add(Doubt.CARRIED_INDICATOR);
        return context.percent() + (context.isShare() && !head.contains("占比") ? "占比" : "") + head;
    }

    private String relative(int at, List<Doubt> doubts) {
        String head = words.before(at);
        if (shared.covers(at)) {
            return shared.name(at, true, doubts);
        }
        if (head.contains("分别")) {
            Optional<String> first = shared.distribute(at, head, ListedNames.suffix(head), doubts);
            if (first.isPresent()) {
                return first.get();
            }
        }
        Optional<Change> change = Phrase.change(head);
        if (change.isPresent()) {
            Optional<String> first = shared.distributeInOrder(at, change.get(), doubts);
            if (first.isPresent()) {
                return first.get();
            }
        }
        String tail = Phrase.clean(words.after(at));
        if (!words.isLast(at)
                && quantities.get(at + 1).form() == Form.PERCENT
                && DOES_MORE.matcher(tail).matches()) {
            return tail + words.printed(at + 1) + "占比";
        }
        Matcher goal = GOAL.matcher(Phrase.clean(head));
        if (goal.matches() && quantities.get(at).form() == Form.PERCENT) {
            String thing = Phrase.trimmed(goal.group("thing"));
            if (thing.isEmpty()) {
                doubts.add(Doubt.CARRIED_INDICATOR);
                thing = context.nounOfSentence();
            }
            return thing + goal.group("goal") + "完成率";
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
        return levels.level(at, quantities.get(at), doubts);
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
                return shared.assign(at, parts.get(), clauseShare, doubts);
            }
        }
        if (part.isEmpty()) {
            doubts.add(Doubt.CARRIED_INDICATOR);
            context.rememberShare(context.noun());
            return context.noun() + clauseShare;
        }
        context.rememberShare(part);
        return part + clauseShare;
    }

    private String specific(String base, List<Doubt> doubts) {
        if (!Phrase.isGeneric(base)) {
            return base;
        }
        doubts.add(Doubt.CARRIED_INDICATOR);
        return context.nounOfSentence() + base;
    }
}
