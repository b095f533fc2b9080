package districtkg.names;

import districtkg.names.clause.Clause;
import districtkg.names.clause.LeadReader;
import districtkg.names.clause.LeadReader.Lead;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.Counts;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import districtkg.names.words.NameWords.Ending;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names in quotation marks and titles. For one clause. */
final class QuotationReader {
    private static final Pattern DOCUMENT =
            Pattern.compile("(?:规划|方案|条例|意见|办法|计划|措施|纲要)(?:（.*）)?$");

    /**
     * Words by which a quotation names a programme although it contains a count: “三大工程”, “三个一”工作.
     */
    private static final Pattern SCHEME = Pattern.compile(".{2}(?:工程|行动|计划|提升年|攻坚年|突破年)$");

    private static final Pattern SCHEME_FOLLOWS =
            Pattern.compile(
                    "(?:(?:工作|专项行动|攻坚行动|行动|工程|计划|系列活动|主题活动|活动|改革)(?:$|[、和及“])|[\\p{IsHan}]{0,5}(?:设施|场馆|路网|道路)).*");

    /** Words behind a brand or programme that is the subject of its clause. */
    private static final Pattern SUBJECT =
            Pattern.compile("(?:品牌|销售额|产品|系列|影响力|知名度|热度|IP|持续|加速|成为|走向|走进|唱响|擦亮|覆盖|惠及|服务|传播|吸引)");

    /** Nouns that a quotation describes without being a name: 理念 in “青禾”理念. */
    private static final Pattern ABSTRACT =
            Pattern.compile(
                    "[的地之]|新赛道|评估|学习|业务|网格|一体化|审批|等(?:[\\p{IsHan}]{0,4})(?:模式|方式|做法|机制|经验)|理念|精神|要求|思想|战略|意识|标准|目标|原则|方针|格局|体系|机制|模式|方式|经验|融合|经济|企业|产业|产品|人才|城市|城区|社会|问题|现象|优势|政策|责任|制度|措施|防线|屏障|基础|短板|作用|效应");

    /** Verbs of events, whose field may stand before their name: 消费 in 举办消费“嘉年华”. */
    private static final Set<String> HELD = Set.of("举办", "承办", "办好");

    private final NameWords known;
    private final Passage passage;
    private final LeadReader leads;
    private final Clause clause;
    private final List<Name> names;

    QuotationReader(
            NameWords known, Passage passage, LeadReader leads, Clause clause, List<Name> names) {
        this.known = known;
        this.passage = passage;
        this.leads = leads;
        this.clause = clause;
        this.names = names;
    }

    /** Adds quotations that a verb of programmes introduces, and titles of documents. */
    boolean quoted(Part part, Lead lead) {
        boolean any = false;
        for (int at = part.start(); at < part.end(); at++) {
            int close = passage.closing(at, part.end());
            if (close > at && passage.at(at) == '《') {
                any |= document(at, close, lead);
                at = close;
                continue;
            }
            if (close <= at || passage.at(at) != '“') {
                continue;
            }
            String inner = passage.words(at + 1, close);
            Ending ending = known.ending(passage.clean(), at + 2, close);
            boolean work =
                    SCHEME.matcher(inner).find()
                            || SCHEME_FOLLOWS
                                    .matcher(
                                            passage.words(
                                                    close + 1, Math.min(part.end(), close + 9)))
                                    .matches();
            boolean programme = work || (ending != null && ending.kind() == Kind.PROGRAMME);
            boolean held = HELD.contains(lead.verb());
            boolean near =
                    at == lead.end()
                            || ((work || held || ending != null) && describes(lead.end(), at));
            boolean led =
                    near
                            ? leads.does("carries", lead.verb())
                            : programme && leads.does("programme", lead.verb());
            boolean built = at == lead.end() && known.is("builds", lead.verb()) && !lead.many();
            int from = near ? lead.end() : at;
            if (begins(at, part) && happens(close + 1)) {
                names.add(
                        new Name(
                                passage.span(at, close + 1),
                                passage.words(at, close + 1),
                                Kind.ORGANISATION,
                                clause.status(),
                                0.6,
                                List.of("quoted", "subject")));
                any = true;
                at = close;
                continue;
            }
            boolean scheme =
                    SCHEME.matcher(inner).find()
                            && inner.length() >= 4
                            && !leads.does("title", lead.verb());
            if ((led
                            || built
                            || scheme
                            || clause.head().kind() == Kind.PROGRAMME
                            || clause.head().kind() == Kind.EVENT)
                    && inner.length() >= 3
                    && inner.length() <= 14
                    && (programme || !NotNames.isSlogan(inner))
                    && (work
                            || follows(close + 1, part.end())
                            || (at == lead.end() && led && acts(close + 1, part.end())))) {
                names.add(
                        new Name(
                                passage.span(from, close + 1),
                                passage.words(from, close + 1),
                                built ? Kind.FACILITY : Kind.PROGRAMME,
                                clause.status(),
                                programme ? 0.8 : 0.6,
                                List.of("quoted")));
                any = true;
            }
            at = close;
        }
        return any;
    }

    /** Whether words that go on with an act follow a quotation: 守护 behind 深化“禾苗监测”. */
    private boolean acts(int at, int end) {
        return at < end
                && Character.isIdeographic(passage.at(at))
                && !ABSTRACT.matcher(passage.words(at, end)).lookingAt();
    }

    /** Whether a quotation is the subject of its clause. */
    private boolean begins(int at, Part part) {
        return at == clause.start() && at == part.start() && clause.members().size() == 1;
    }

    /** Whether a word for an event, such as an opening, starts here. */
    private boolean happens(int at) {
        return at < clause.end()
                && (known.begins("event", passage.clean(), at, clause.end()) > 1
                        || SUBJECT.matcher(passage.words(at, clause.end())).lookingAt());
    }

    /** Whether a few words before a quotation state its field: 流域治理 in 流域治理“三大工程”. */
    private boolean describes(int from, int to) {
        String words = passage.words(from, to);
        return words.matches("[\\p{IsHan}]{2,10}")
                && words.indexOf('的') < 0
                && Counts.many(words) == 0
                && Counts.one(words) == 0;
    }

    /** Adds a plan or rule by its title, such as 《青禾湿地保护规划》. */
    private boolean document(int open, int close, Lead lead) {
        String title = passage.words(open + 1, close);
        if (!DOCUMENT.matcher(title).find() || leads.does("title", lead.verb())) {
            return false;
        }
        names.add(
                new Name(
                        passage.span(open, close + 1),
                        title,
                        Kind.PROGRAMME,
                        clause.status(),
                        0.6,
                        List.of("document")));
        return true;
    }

    /** Whether a quotation that ends here may be the name of a programme. */
    private boolean follows(int at, int end) {
        if (clause.etc() >= 0
                && ABSTRACT.matcher(passage.words(clause.etc(), clause.end())).lookingAt()) {
            return false;
        }
        return at >= end
                || known.begins("afterQuote", passage.clean(), at, end) > 0
                || Counts.many(passage.words(at, Math.min(end, at + 8))) > 0
                || !Character.isLetterOrDigit(passage.at(at));
    }
}
