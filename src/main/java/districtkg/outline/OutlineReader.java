package districtkg.outline;

import districtkg.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Divides one report into parts, line by line. Not thread-safe. */
final class OutlineReader {
    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_TITLE = 45;

    /** 一、 or 第一部分: a heading that may begin a part. */
    private static final Pattern FIRST_LEVEL =
            Pattern.compile("^(?:[一二三四五六七八九十]{1,3}\\s*[、.．]|第[一二三四五六]部分)");

    /** （一）, 1., —— and such: a heading within a part. */
    private static final Pattern LOWER_LEVEL =
            Pattern.compile(
                    "^(?:[（(][一二三四五六七八九十]{1,3}[）)]|\\d{1,2}\\s*[.．、](?!\\d)|[（(]\\d{1,2}[）)]|——|[①-⑳])");

    private static final Pattern NO_HEADING_END = Pattern.compile("[。；;，,！!？?]$");
    private static final Pattern GLUED =
            Pattern.compile(
                    "^[一二三四五六七八九]、[^，。；：]{0,30}?(?:工作回顾|工作总结|工作安排|目标任务|主要任务|重点任务|重点工作|主要工作|总体要求|自身建设)(?=20\\d\\d年|过去|一年来|今年|各位)");
    private static final Pattern THIS_YEAR = Pattern.compile("今年|(?:19|20)\\d\\d年");
    private static final Pattern ABOVE_GOAL =
            Pattern.compile("上述(?:目标|任务|要求|思路)|以上(?:目标|任务|要求)|今年|新的一年");

    private final String text;
    private final int year;
    private final List<Part> parts = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private Part current;

    OutlineReader(String text, int year) {
        this.text = text;
        this.year = year;
        this.current = new Part(Role.OPENING, new Span(0, 0), year - 1, year - 1, Optional.empty());
    }

    Outline read() {
        List<Found> found = new ArrayList<>();
        int paragraph = 0;
        for (Span line : Clauses.lines(text)) {
            readLine(line, paragraph++, found);
        }
        closePart(text.length());
        for (Found one : found) {
            sentences.add(
                    new Sentence(
                            one.span,
                            Clauses.clauses(text, one.span),
                            partAt(one.span.start()),
                            one.heading,
                            one.paragraph));
        }
        return new Outline(year, text, List.copyOf(parts), List.copyOf(sentences));
    }

    private record Found(Span span, boolean heading, int paragraph) {}

    private void readLine(Span line, int paragraph, List<Found> found) {
        String words = words(line);
        Optional<Span> heading = heading(line, words);
        heading.ifPresent(
                span -> {
                    found.add(new Found(span, true, paragraph));
                    beginAtHeading(span);
                });
        Part before = current;
        int start = heading.map(Span::end).orElse(line.start());
        for (Span sentence : Clauses.sentences(text, new Span(start, line.end()))) {
            found.add(new Found(sentence, false, paragraph));
            beginAtSentence(sentence);
        }
        if (current.role() == Role.SITUATION && before.role() == Role.REVIEW) {
            begin(
                    before.role(),
                    new Years(before.firstYear(), before.lastYear()),
                    line.end(),
                    null);
        }
    }

    private Optional<Span> heading(Span line, String words) {
        boolean numbered = FIRST_LEVEL.matcher(words).find() || LOWER_LEVEL.matcher(words).find();
        int longest = numbered ? LONGEST_HEADING : LONGEST_TITLE;
        if (words.length() <= longest && !NO_HEADING_END.matcher(words).find()) {
            return Optional.of(line);
        }
        Matcher glued = GLUED.matcher(words);
        return glued.find()
                ? Optional.of(new Span(line.start(), line.start() + glued.end()))
                : Optional.empty();
    }

    private void beginAtHeading(Span heading) {
        String words = words(heading);
        if (LOWER_LEVEL.matcher(words).find()) {
            return;
        }
        List<Years> named = Years.in(words, year);
        boolean plainTitle = words.indexOf('，') < 0 && words.indexOf(',') < 0;
        for (Cue cue : Cue.ALL) {
            if (cue.ofHeading()
                    && (plainTitle || !named.isEmpty())
                    && fits(cue.role(), true)
                    && cue.pattern().matcher(words).find()) {
                Years time = time(cue, named, words);
                boolean past = cue.role().isPlan() && time.last() < year;
                begin(past ? Role.REVIEW : cue.role(), time, heading.start(), heading);
                return;
            }
        }
        if (!FIRST_LEVEL.matcher(words).find() || !beginAtChapter(heading, named)) {
            beginAtSentence(heading);
        }
    }

    /**
     * Begins a part at a heading of the first level whose words are those of no part: the first is
     * a review, one that names the year that is planned is its tasks.
     */
    private boolean beginAtChapter(Span heading, List<Years> named) {
        boolean planned =
                !named.isEmpty()
                        && named.stream().allMatch(one -> !one.several() && one.last() == year);
        if (current.role() == Role.OPENING && named.stream().allMatch(one -> one.last() < year)) {
            begin(Role.REVIEW, Years.of(year - 1), heading.start(), heading);
            return true;
        }
        if (planned
                && (current.role() == Role.REVIEW
                        || (current.role() == Role.TARGETS && current.isMultiYear()))) {
            begin(Role.TASKS, Years.of(year), heading.start(), heading);
            return true;
        }
        return false;
    }

    private void beginAtSentence(Span sentence) {
        if (!current.role().isSpeech()) {
            return;
        }
        String words = words(sentence);
        for (Cue cue : Cue.ALL) {
            if (cue.ofHeading() || !fits(cue.role(), false)) {
                continue;
            }
            Matcher cued = cue.pattern().matcher(words);
            if (!cued.find()) {
                continue;
            }
            List<Years> named = Years.in(cued.group(), year);
            boolean goesOn =
                    named.isEmpty() && current.role().isPlan() && !THIS_YEAR.matcher(words).find();
            Years time =
                    goesOn
                            ? new Years(current.firstYear(), current.lastYear())
                            : time(cue, named, words);
            boolean past = cue.role().isPlan() && time.last() < year;
            boolean sudden = cue.role() == Role.TASKS && current.role() == Role.REVIEW;
            if (past || (sudden && !ABOVE_GOAL.matcher(words).find())) {
                continue;
            }
            begin(cue.role(), time, sentence.start(), null);
            return;
        }
    }

    /** Parts come in an order; only a heading may turn back. */
    private boolean fits(Role role, boolean heading) {
        Role now = current.role();
        return switch (role) {
            case GOVERNMENT -> now.isPlan();
            case REVIEW -> heading ? now.isSpeech() : now == Role.OPENING || now == Role.REVIEW;
            case SITUATION -> now == Role.REVIEW;
            case TARGETS ->
                    heading
                            ? now.isSpeech()
                            : now.isSpeech() && now != Role.TASKS && now != Role.GOVERNMENT;
            case TASKS -> now.isSpeech() && (heading || now != Role.GOVERNMENT);
            default -> true;
        };
    }

    private Years time(Cue cue, List<Years> named, String words) {
        Years before = new Years(current.firstYear(), current.lastYear());
        if (named.isEmpty() || cue.time() == Cue.Time.KEEP) {
            return cue.time().of(year, before);
        }
        if (cue.role().isPlan() && words.startsWith("今年")) {
            return Years.of(year);
        }
        int first = named.stream().mapToInt(Years::first).min().orElse(year);
        int last = named.stream().mapToInt(Years::last).max().orElse(year);
        if (cue.role().isPlan()) {
            int planned =
                    named.stream()
                            .filter(years -> !years.several())
                            .mapToInt(Years::first)
                            .max()
                            .orElse(first);
            return new Years(Math.min(planned, last), last);
        }
        return new Years(first, last);
    }

    private void begin(Role role, Years time, int at, @Nullable Span heading) {
        if (heading == null
                && role == current.role()
                && time.first() == current.firstYear()
                && time.last() == current.lastYear()) {
            return;
        }
        closePart(at);
        current =
                new Part(
                        role,
                        new Span(at, at),
                        time.first(),
                        time.last(),
                        Optional.ofNullable(heading));
    }

    private void closePart(int end) {
        if (end > current.span().start()) {
            parts.add(
                    new Part(
                            current.role(),
                            new Span(current.span().start(), end),
                            current.firstYear(),
                            current.lastYear(),
                            current.heading()));
        }
    }

    private Part partAt(int position) {
        return parts.stream()
                .filter(part -> part.span().start() <= position && position < part.span().end())
                .findFirst()
                .orElse(parts.get(parts.size() - 1));
    }

    private String words(Span span) {
        return text.substring(span.start(), span.end());
    }
}
