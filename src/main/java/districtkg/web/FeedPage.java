package districtkg.web;

import districtkg.entity.News;
import districtkg.store.Things;
import java.util.List;
import java.util.Map;

/** {@code /feed.atom}: new documents, corrections and verdicts (RFC 4287). */
final class FeedPage implements Handler {
    private final Things things;

    FeedPage(Things things) {
        this.things = things;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        List<News> news = News.all(things, visit.language());
        return Templates.file(
                "application/atom+xml; charset=utf-8", "feed", view, Map.of("news", news));
    }
}
