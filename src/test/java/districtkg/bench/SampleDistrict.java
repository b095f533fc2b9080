package districtkg.bench;

import static districtkg.bench.QuerySubject.day;
import static districtkg.bench.QuerySubject.id;
import static districtkg.bench.QuerySubject.listed;
import static districtkg.bench.QuerySubject.month;
import static districtkg.bench.QuerySubject.whole;
import static districtkg.bench.QuerySubject.year;

import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A district that is not there, its things, and what its yearly reports and communiques say. What
 * they say hangs together over the years: a target is met, missed or never spoken of again, a
 * project is promised, begun, finished in time or late, promised again or given up.
 */
final class SampleDistrict {
    static final List<String> PROMISED =
            List.of(
                    "urban-jobs-added",
                    "care-beds-added",
                    "compulsory-education-places-added",
                    "parking-spaces-built",
                    "old-estates-renovated",
                    "high-tech-enterprises-added",
                    "startups-added",
                    "contracted-investment",
                    "gdp-growth",
                    "registered-urban-unemployment",
                    "fixed-asset-investment-growth",
                    "public-kindergarten-places-added",
                    "smart-lifts-installed",
                    "oversized-classes");
    static final List<String> COUNTED =
            List.of(
                    "gdp",
                    "gdp-growth",
                    "primary-value-added",
                    "secondary-value-added",
                    "tertiary-value-added",
                    "market-turnover",
                    "enterprises",
                    "market-entities",
                    "operating-revenue",
                    "farm-gross-output");
    private static final String[][] FACILITIES = {
        {"school", "学校", "School", "education"},
        {"park", "公园", "Park", "parks-and-leisure"},
        {"hospital", "医院", "Hospital", "health"},
        {"road", "道路", "Road", "transport"},
        {"bridge", "桥梁", "Bridge", "transport"},
        {"logistics-park", "物流园", "Logistics Park", "trade"},
        {"airport", "机场", "Airport", "transport"},
        {"factory", "工厂", "Factory", "industrial-development"}
    };
    private static final String[][] PROJECTS = {
        {"school-expansion", "学校扩建", "School Expansion", "education"},
        {"road-widening", "道路拓宽", "Road Widening", "transport"},
        {"processing-centre", "加工中心", "Processing Centre", "industrial-development"},
        {"new-town", "生态城", "Eco-city", "urban-renewal"},
        {"park-upgrade", "公园提质", "Park Upgrade", "parks-and-leisure"},
        {"base", "基地", "Base", "industrial-development"}
    };
    private static final List<String> INDUSTRIES =
            List.of("apparel", "aviation", "new-materials", "alloys", "biomaterials");
    private static final List<String> AWARDS =
            List.of(
                    "top-100-investment-potential",
                    "provincial-safe-county",
                    "city-performance-assessment");
    private static final List<String> STRENGTHS = List.of("ensured", "strivenFor", "intended");
    private static final BaseDatatype WKT = new BaseDatatype(Nation.GEO + "wktLiteral");

    private final int number;
    private final String code;
    private final Node place;
    private final String zh;
    private final String en;
    private final Random chance;
    private final GraphReader lists;
    private final Graph things = new GraphMemFast();
    private final Map<Node, Graph> documents = new LinkedHashMap<>();
    private final Map<String, Integer> promised = new TreeMap<>();
    private final Map<String, Integer> level = new TreeMap<>();
    private final List<Node> companies = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();

    /** A thing that is being built, and how far it has come. */
    private static final class Work {
        final Node thing;
        final String zh;
        final String en;
        final String topic;
        final String goal;
        final int begins;
        final int lasts;
        final boolean dated;
        int due;
        boolean over;

        Work(
                Node thing,
                String zh,
                String en,
                String[] sort,
                String goal,
                int begins,
                int lasts,
                boolean dated) {
            this.thing = thing;
            this.zh = zh;
            this.en = en;
            this.topic = sort[3];
            this.goal = goal;
            this.begins = begins;
            this.lasts = lasts;
            this.dated = dated;
        }
    }

    /**
     * Makes one up.
     *
     * @param lists the shared lists
     * @param seed the same seed and number give the same district
     */
    SampleDistrict(GraphReader lists, int number, int firstYear, int years, long seed) {
        this.lists = lists;
        this.number = number;
        this.code = "%04d".formatted(number);
        this.place = Nation.districtNode(number);
        this.zh = "示例区" + code;
        this.en = "Sample District " + code;
        this.chance = new Random(seed * 1_000_003 + number);
        landscape(firstYear, years);
        for (int year = firstYear; year < firstYear + years; year++) {
            report(year, year == firstYear);
            statistics(year);
        }
    }

    /** Places, organizations, projects and programmes. */
    Graph things() {
        return things;
    }

    /** What each document says, by the name of its graph. */
    Map<Node, Graph> documents() {
        return documents;
    }

    private void landscape(int firstYear, int years) {
        Node firstReport = id("sample-report-" + code + "-" + firstYear);
        thing(place, "District", zh, en).says("in", Nation.cityOf(number));
        position(place, firstReport, 0);
        for (int town = 1; town <= 3; town++) {
            thing(
                            id("sample-town-" + code + "-" + town),
                            "Town",
                            zh + "第" + town + "镇",
                            en + ", Town " + town)
                    .says("in", place);
        }
        thing(id("sample-government-" + code), "PublicBody", zh + "人民政府", "Government of " + en)
                .says("kind", listed("authority"))
                .says("in", place);
        thing(
                        id("sample-statistics-office-" + code),
                        "PublicBody",
                        zh + "统计局",
                        "Statistics Office of " + en)
                .says("kind", listed("authority"))
                .says("in", place);
        for (int company = 1; company <= 4; company++) {
            companies.add(id("sample-company-" + code + "-" + company));
            thing(
                            companies.get(company - 1),
                            "Company",
                            zh + "企业" + company,
                            en + ", Company " + company)
                    .says("industry", listed(any(INDUSTRIES)))
                    .says("in", place);
        }
        thing(id("sample-program-" + code), "Program", zh + "民生行动", en + ", Livelihood Campaign")
                .says("kind", listed("campaign"))
                .says("topic", listed("employment"))
                .says("in", place);
        for (int at = 0; at < 8; at++) {
            String[] sort = FACILITIES[at % FACILITIES.length];
            Node facility = id("sample-" + sort[0] + "-" + code + "-" + at);
            String chinese = zh + "第" + (at + 1) + sort[1];
            String english = "Sample " + sort[2] + " " + (at + 1) + " of District " + code;
            QuerySubject said =
                    thing(facility, "Facility", chinese, english)
                            .says("kind", listed(sort[0]))
                            .says("in", id("sample-town-" + code + "-" + (at % 3 + 1)));
            if (at % 3 == 0) {
                said.says("industry", listed(any(INDUSTRIES)));
            }
            if (at % 2 == 0) {
                position(facility, firstReport, at + 1);
            }
            works.add(work(facility, chinese, english, sort, "inOperation", firstYear, years));
        }
        for (int at = 0; at < 8; at++) {
            String[] sort = PROJECTS[at % PROJECTS.length];
            Node project = id("sample-" + sort[0] + "-" + code + "-" + at);
            String chinese = zh + sort[1] + "项目" + (at + 1);
            String english = "Sample " + sort[2] + " " + (at + 1) + " of District " + code;
            thing(project, "Project", chinese, english)
                    .says("kind", listed(sort[0]))
                    .says("industry", listed(any(INDUSTRIES)))
                    .says("in", place);
            works.add(work(project, chinese, english, sort, "completed", firstYear, years));
        }
    }

    private Work work(
            Node thing,
            String chinese,
            String english,
            String[] sort,
            String goal,
            int firstYear,
            int years) {
        return new Work(
                thing,
                chinese,
                english,
                sort,
                goal,
                firstYear + chance.nextInt(years),
                1 + chance.nextInt(3),
                chance.nextInt(5) > 0);
    }

    private void report(int year, boolean first) {
        SampleDocument document =
                new SampleDocument(
                                "sample-report-" + code + "-" + year,
                                zh + year + "年工作报告",
                                "Work report of " + en + ", " + year,
                                "work-report",
                                place)
                        .says("published", day(year, 1, 10 + chance.nextInt(15)))
                        .says("publisher", id("sample-government-" + code));
        document.section("lead", "开篇", "Lead");
        document.mention(place);
        honours(document, year);
        if (first) {
            companies.forEach(document::mention);
        } else {
            document.section("review", "上年回顾", "The year before");
        }
        for (Map.Entry<String, Integer> target : promised.entrySet()) {
            met(document, target.getKey(), target.getValue(), year - 1);
        }
        promised.clear();
        document.section("plan", "今年目标", "Targets");
        for (String name : PROMISED) {
            if (chance.nextInt(10) < 6) {
                target(document, name, year);
            }
        }
        document.section("projects", "项目建设", "Projects");
        for (Work work : works) {
            if (!work.over && year >= work.begins) {
                follow(document, work, year);
            }
        }
        document.section("livelihood", "民生改善", "Living standards");
        document.statement(
                        "livelihood-" + year,
                        "Commitment",
                        zh + year + "年加快改善民生",
                        "Speed up better living in " + en + " in " + year)
                .says("topic", listed("employment"))
                .says("program", id("sample-program-" + code))
                .says("strength", Dkg.term("intended"))
                .says("due", year(year));
        if (!first) {
            fair(document, year - 1);
        }
        documents.put(document.graphName(), document.whole());
    }

    private void honours(SampleDocument document, int year) {
        String award = any(AWARDS);
        if (chance.nextBoolean()) {
            QuerySubject recognition =
                    document.statement(
                                    "award-" + year,
                                    "Recognition",
                                    zh + year + "年获得荣誉",
                                    "An award of " + en + " in " + year)
                            .says("about", place)
                            .says("topic", listed("economy"))
                            .says("award", listed(award))
                            .says("amongst", Nation.provinceOf(number))
                            .says("consecutiveYears", whole(1 + chance.nextInt(9)))
                            .says("date", year(year - 1));
            if (chance.nextBoolean()) {
                recognition.says("rank", whole(1 + chance.nextInt(20)));
            }
        }
    }

    private void target(SampleDocument document, String name, int year) {
        Measured measured = Measured.of(lists, name);
        int tenths = next(name, measured);
        promised.put(name, tenths);
        QuerySubject target =
                document.statement(
                                name + "-target-" + year,
                                "Target",
                                zh + year + "年" + measured.chinese() + "目标",
                                "Target of " + en + " for " + year + ": " + measured.english())
                        .says("strength", Dkg.term(any(STRENGTHS)))
                        .says("due", year(year));
        int sort = chance.nextInt(20);
        if (sort == 0) {
            measured.range(target, tenths, tenths + 10 + tenths / 10 * 2);
        } else {
            String floor = measured.lowerIsBetter() ? "atMost" : "atLeast";
            measured.figure(
                    target, tenths, sort < 9 ? floor : sort < 18 ? "exactly" : "approximately");
        }
    }

    private void met(SampleDocument document, String name, int tenths, int year) {
        if (chance.nextInt(5) == 0) {
            return;
        }
        Measured measured = Measured.of(lists, name);
        int reached = measured.round(tenths * (88 + chance.nextInt(25)) / 100);
        QuerySubject outcome =
                document.statement(
                                name + "-" + year,
                                "Outcome",
                                zh + year + "年" + measured.chinese(),
                                "In " + en + " in " + year + ": " + measured.english())
                        .says("date", year(year));
        int sort = chance.nextInt(10);
        measured.figure(
                outcome, reached, sort < 7 ? "exactly" : sort < 9 ? "moreThan" : "approximately");
    }

    private void follow(SampleDocument document, Work work, int year) {
        int ends = work.begins + work.lasts;
        String slug = work.thing.getURI().substring(Dkg.ID.length() + "sample-".length());
        if (year == work.begins || (year > work.due && year <= ends && work.dated)) {
            work.due = year + chance.nextInt(2);
            document.mention(work.thing);
            QuerySubject promise =
                    document.statement(
                                    slug + "-promised-" + year,
                                    "Commitment",
                                    work.zh + "建成承诺",
                                    "The completion of " + work.en + " is promised")
                            .says("about", work.thing)
                            .says("topic", listed(work.topic))
                            .says("status", Dkg.term(work.goal))
                            .says("strength", Dkg.term(any(STRENGTHS)));
            if (work.dated) {
                promise.says(
                        "due",
                        chance.nextInt(3) == 0
                                ? month(work.due, 1 + chance.nextInt(12) / 2 + 6)
                                : year(work.due));
            }
        }
        if (year > work.begins) {
            boolean given = chance.nextInt(25) == 0;
            boolean done = year > ends;
            work.over = given || done;
            String stage = given ? "cancelled" : done ? work.goal : "underConstruction";
            document.statement(
                            slug + "-" + year,
                            "Outcome",
                            work.zh + (year - 1) + "年进展",
                            "Where " + work.en + " stood in " + (year - 1))
                    .says("about", work.thing)
                    .says("topic", listed(work.topic))
                    .says("status", Dkg.term(stage))
                    .says(
                            "date",
                            chance.nextBoolean()
                                    ? year(year - 1)
                                    : month(year - 1, 1 + chance.nextInt(12)));
        }
    }

    private void fair(SampleDocument document, int year) {
        Node fair = id("sample-fair-" + code + "-" + year);
        thing(fair, "Event", zh + year + "年博览会", year + " Fair of " + en)
                .says("kind", listed("fair"))
                .says("industry", listed(any(INDUSTRIES)))
                .says("in", place);
        document.mention(fair);
        Measured contracts = Measured.of(lists, "contracts-signed");
        contracts.figure(
                document.statement(
                                "contracts-" + year,
                                "Outcome",
                                zh + year + "年博览会签约",
                                "Contracts at the " + year + " Fair of " + en)
                        .says("event", fair)
                        .says("date", year(year)),
                contracts.round(100 + chance.nextInt(900)),
                "exactly");
        document.statement(
                        "fair-" + year,
                        "Outcome",
                        zh + year + "年博览会举办",
                        "The " + year + " Fair of " + en + " was held")
                .says("about", fair)
                .says("topic", listed("trade"))
                .says("status", Dkg.term("held"))
                .says("date", day(year, 9, 1 + chance.nextInt(28)));
    }

    private void statistics(int year) {
        SampleDocument document =
                new SampleDocument(
                                "sample-communique-" + code + "-" + year,
                                zh + year + "年统计公报",
                                "Statistical communique of " + en + ", " + year,
                                "statistical-communique",
                                place)
                        .says("published", month(year + 1, 3))
                        .says("publisher", id("sample-statistics-office-" + code));
        document.section("figures", "主要数据", "Figures");
        for (String name : COUNTED) {
            Measured measured = Measured.of(lists, name);
            measured.figure(
                    document.statement(
                                    name + "-" + year,
                                    "Outcome",
                                    zh + year + "年" + measured.chinese(),
                                    "In " + en + " in " + year + ": " + measured.english())
                            .says("date", year(year)),
                    next(name + " counted", measured),
                    "exactly");
        }
        documents.put(document.graphName(), document.whole());
    }

    /** The level of this year: near that of the year before, and mostly above it. */
    private int next(String series, Measured measured) {
        int before = level.computeIfAbsent(series, first -> measured.first(chance));
        int now = measured.round(before * (95 + chance.nextInt(15)) / 100);
        level.put(series, now);
        return now;
    }

    private QuerySubject thing(Node node, String type, String chinese, String english) {
        return new QuerySubject(things, node).a(type).named(chinese, english);
    }

    private void position(Node thing, Node source, int step) {
        Node point = Dkg.iri(thing.getURI() + "-point");
        new QuerySubject(things, thing).says(Dkg.iri(Nation.GEO + "hasGeometry"), point);
        new QuerySubject(things, point)
                .says(RDF.type.asNode(), Dkg.iri(Nation.GEO + "Geometry"))
                .says(
                        Dkg.iri(Nation.GEO + "asWKT"),
                        NodeFactory.createLiteralDT(
                                "POINT(%d.%04d %d.%04d)"
                                        .formatted(
                                                number % 20 - 10,
                                                step * 500,
                                                number / 20 % 20 - 10,
                                                step * 300),
                                WKT))
                .says(DCTerms.source.asNode(), source);
    }

    private String any(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
