package districtkg.names;

import districtkg.names.clause.Clause;
import districtkg.names.clause.LeadReader;
import districtkg.names.clause.LeadReader.Lead;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.Kind;
import districtkg.names.words.NameWords;
import districtkg.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds companies whose names end with their trade and begin with a pair of characters that is rare
 * in reports, such as 禾泽科技, and their neighbours in a list. For one clause.
 */
final class CompanyReader {
    private static final Pattern COMPANY =
            Pattern.compile("[\\p{IsHan}]{0,8}?(?:有限公司|股份公司|有限责任公司)");

    private static final Pattern FOLLOWS =
            Pattern.compile(
                    "(?:$|[^\\p{IsHan}]|[等与和及为在被]|带动|作用|品牌|共建|合作|签|达成|公司|全国|全省|全市|首|部分|建成|项目).*");

    /** Words before a company that no list of verbs holds. */
    private static final String JOINING = "以与和及对由向同如像、”";

    private static final Pattern NEIGHBOUR = Pattern.compile("[\\p{IsHan}]{3,7}");

    private static final Pattern COMMON =
            Pattern.compile(
                    "(?:产业|行业|领域|企业|项目|工程|工作|活动|服务|设施|建设|管理|产品|装备|设备|建材|商贸|空白|市场|业|县|区|镇|乡|村|院士)$|^[省市县区国全]");

    private static final int LONGEST = 5;

    private final NameWords known;
    private final Passage passage;
    private final LeadReader leads;
    private final Clause clause;
    private final SharedNames shared;
    private final List<Name> names;

    CompanyReader(
            NameWords known,
            Passage passage,
            LeadReader leads,
            Clause clause,
            SharedNames shared,
            List<Name> names) {
        this.known = known;
        this.passage = passage;
        this.leads = leads;
        this.clause = clause;
        this.shared = shared;
        this.names = names;
    }

    /** Whether the name of a company continues here: 投资管理有限公司 behind 禾泽基金. */
    boolean goOn(int at, int end) {
        return COMPANY.matcher(passage.words(at, Math.min(end, at + 14))).lookingAt();
    }

    /** Adds the companies of the clause that are no names yet. */
    void read(Lead first) {
        if (first.verb().endsWith("发展")) {
            return;
        }
        boolean any = false;
        for (Part member : clause.members()) {
            any |= companies(member, own(member, first));
        }
        if (clause.etc() >= 0 && clause.etc() + 1 < clause.end()) {
            companies(new Part(clause.etc() + 1, clause.end()), Lead.NONE);
        }
        if (any && clause.members().size() > 1) {
            clause.members().forEach(member -> neighbour(member, own(member, first)));
        }
    }

    private Lead own(Part member, Lead first) {
        return member.equals(clause.members().getFirst()) ? first : shared.inList(member, first);
    }

    private boolean companies(Part part, Lead lead) {
        boolean any = false;
        for (int at = part.start() + 2; at < part.end(); at++) {
            int length = known.begins("trade", passage.clean(), at, part.end());
            if (length == 0 || !ends(at + length, part.end())) {
                continue;
            }
            int start = start(part, lead, at);
            if (start >= 0 && add(start, at + length, "trade")) {
                any = true;
            }
            at += length - 1;
        }
        return any;
    }

    /** Where a company that ends with a trade at this position begins; -1 if nowhere. */
    private int start(Part part, Lead lead, int at) {
        for (int from = Math.max(part.start(), at - LONGEST); from <= at - 2; from++) {
            if ((from == lead.end() || from == part.start() || begins(from))
                    && known.rarePairs(passage.clean(), from, at) > 0
                    && passage.words(from, at).chars().allMatch(Character::isIdeographic)
                    && passage.words(from, at).indexOf('的') < 0
                    && leads.lead(from, at, "").end() == from
                    && JOINING.indexOf(passage.at(from)) < 0) {
                return from;
            }
        }
        return -1;
    }

    /** Whether a word that may stand before a company ends here. */
    private boolean begins(int from) {
        if (JOINING.indexOf(passage.at(from - 1)) >= 0) {
            return true;
        }
        for (int length = 2; length <= 4 && from - length >= clause.start(); length++) {
            String word = passage.words(from - length, from);
            if (known.is("verb", word) || known.is("cut", word) || word.equals("企业")) {
                return true;
            }
        }
        return false;
    }

    private boolean ends(int at, int end) {
        return FOLLOWS.matcher(passage.words(at, Math.min(end, at + 4))).matches()
                || known.begins("event", passage.clean(), at, end) > 0;
    }

    /** Adds a member of a list that stands beside a company and has a rare pair of characters. */
    private void neighbour(Part member, Lead lead) {
        int from = Math.min(lead.end(), member.end());
        String words = passage.words(from, member.end());
        if (NEIGHBOUR.matcher(words).matches()
                && known.rarePairs(passage.clean(), from, member.end()) > 0
                && !COMMON.matcher(words).find()
                && words.indexOf('的') < 0) {
            add(from, member.end(), "sibling");
        }
    }

    private boolean add(int start, int end, String doubt) {
        Span span = passage.span(start, end);
        String words = passage.words(start, end);
        if (!shared.isNew(span, 0) || known.is("no", words) || known.isMadeOf("generic", words)) {
            return false;
        }
        names.add(new Name(span, words, Kind.ORGANISATION, clause.status(), 0.6, List.of(doubt)));
        return true;
    }
}
