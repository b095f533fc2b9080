package districtkg.names.candidate;

import districtkg.names.clause.Clause;
import districtkg.names.clause.LeadReader;
import districtkg.names.clause.LeadReader.Lead;
import districtkg.names.clause.Passage;
import districtkg.names.words.Counts;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where the name in a candidate begins: behind 的, counts, verbs and a 和. For one clause. */
public final class StartReader {
    /** A 和 before a quotation that the words behind it belong to. */
    private static final Pattern JOINED = Pattern.compile("[和及与]");

    /** Work or a service before a 和, which is not part of the name behind it: 水质提升和青禾河. */
    private static final Pattern WORK = Pattern.compile(".{2}(?:提升|改造|治理|整治|修复|绿化|服务|保护|扩建|更新)$");

    /** What two organisations before it do together. */
    private static final Pattern TOGETHER = Pattern.compile("(?:共建|合作|签约|签订|签署|达成|联合|携手|开展|建立)");

    private final NameWords known;
    private final Passage passage;
    private final LeadReader leads;
    private final Clause clause;

    /** A reader of one clause of a passage. */
    public StartReader(NameWords known, Passage passage, LeadReader leads, Clause clause) {
        this.known = known;
        this.passage = passage;
        this.leads = leads;
        this.clause = clause;
    }

    /** Moves the start of a candidate after 的, counts and verbs within it. */
    public Candidate cut(Candidate candidate) {
        Lead lead = candidate.lead();
        if (candidate.ending().kind() == Kind.PROGRAMME && candidate.ending().proper()) {
            Optional<Lead> led = led(candidate);
            if (led.isPresent()) {
                return new Candidate(
                        led.get(), candidate.base(), candidate.stop(), candidate.ending());
            }
        }
        for (int at = lead.end(); at < candidate.base(); at++) {
            int close = passage.closing(at, candidate.base());
            if (close > at) {
                at = close;
                continue;
            }
            String rest = passage.words(at, Math.min(candidate.base(), at + 8));
            int length =
                    passage.at(at) == '的'
                                    || follows(lead.end(), at, candidate)
                                    || together(at, candidate)
                                    || second(lead.end(), at, candidate)
                            ? 1
                            : 0;
            length = Math.max(length, known.begins("cut", passage.clean(), at, candidate.base()));
            if (length == 1 && isBound(at)) {
                continue;
            }
            if (length == 1 && passage.at(at) == '至' && runsTo(candidate)) {
                continue;
            }
            boolean session = candidate.ending().kind() == Kind.EVENT && passage.at(at) == '第';
            if (length == 0 && !session) {
                length = Counts.many(rest) > 0 || Counts.one(rest) > 0 ? -1 : 0;
            }
            if (length == 0 || at + length >= candidate.base()) {
                continue;
            }
            String verb = length > 1 ? passage.words(at, at + length) : lead.verb();
            Lead next = leads.lead(at + Math.max(0, length), candidate.base(), verb);
            if (next.end() > at && next.end() < candidate.base()) {
                lead = next;
                at = next.end() - 1;
            }
        }
        int quote = passage.words(lead.end(), candidate.base()).indexOf('“');
        if (quote > 0
                && candidate.ending().kind() != Kind.PROGRAMME
                && JOINED.matcher(passage.words(candidate.start(), lead.end() + quote)).find()) {
            lead = new Lead(lead.end() + quote, lead.verb(), lead.many(), lead.one());
        }
        return new Candidate(lead, candidate.base(), candidate.stop(), candidate.ending());
    }

    /**
     * The verb of programmes before a candidate, if a verb that belongs to the name was skipped: 开展
     * in 开展规范涉企执法专项行动.
     */
    private Optional<Lead> led(Candidate candidate) {
        for (int at = Math.max(clause.start(), candidate.start() - 4);
                at < candidate.base();
                at++) {
            int length = known.begins("programme", passage.clean(), at, candidate.base());
            int from = at + length;
            if (length > 0
                    && from - candidate.start() <= 0
                    && candidate.base() - from >= 4
                    && passage.words(from, candidate.stop()).matches("[\\p{IsHan}]{4,20}")
                    && passage.words(from, candidate.stop()).indexOf('的') < 0
                    && Counts.many(passage.words(from, candidate.base())) == 0
                    && Counts.one(passage.words(from, candidate.base())) == 0
                    && known.begins("adverb", passage.clean(), from, candidate.base()) == 0
                    && known.begins("time", passage.clean(), from, candidate.base()) == 0) {
                return Optional.of(new Lead(from, passage.words(at, from), false, false));
            }
        }
        return Optional.empty();
    }

    /** Whether a character that often precedes a name is part of a word here: 由 in 自由. */
    private boolean isBound(int at) {
        return known.is("bound", passage.words(Math.max(clause.start(), at - 1), at + 1))
                || known.is("bound", passage.words(at, Math.min(clause.end(), at + 2)));
    }

    /** Whether a 暨 here joins two events: 许湾产业论坛暨禾泽大会. */
    private boolean second(int from, int at, Candidate candidate) {
        return passage.at(at) == '暨'
                && (at == from || candidate.ending().kind() == Kind.EVENT)
                && !isBound(at);
    }

    /** Whether a 与 here joins two organisations that do something together: A与B共建. */
    private boolean together(int at, Candidate candidate) {
        return passage.at(at) == '与'
                && candidate.ending().kind() == Kind.ORGANISATION
                && TOGETHER.matcher(
                                passage.words(
                                        candidate.stop(),
                                        Math.min(clause.end(), candidate.stop() + 2)))
                        .matches();
    }

    /** Whether a 和 here joins a common noun to a name: 基础设施和青禾安置区二期. */
    private boolean follows(int from, int at, Candidate candidate) {
        return Clause.joins(passage.words(at, at + 2))
                && !clause.links(at, clause.end())
                && at >= from + 2
                && (candidate.ending().kind() == Kind.FACILITY
                        || candidate.ending().kind() == Kind.PROJECT
                        || candidate.ending().kind() == Kind.ORGANISATION)
                && (known.isMadeOf("generic", passage.words(from, at))
                        || (candidate.ending().kind() != Kind.PROJECT
                                && WORK.matcher(passage.words(from, at)).find())
                        || (candidate.base() > at + 2
                                && known.ending(passage.clean(), from, at) != null));
    }

    /** Whether a name is of a road or a line, which may run from one place to another. */
    private boolean runsTo(Candidate candidate) {
        String word = candidate.ending().word();
        return known.begins("shared", word, 0, word.length()) > 0;
    }
}
