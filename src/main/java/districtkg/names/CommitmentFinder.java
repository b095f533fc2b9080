package districtkg.names;

import java.util.List;

/** stub */
public final class CommitmentFinder {
    public List<Commitment> find(String text) { return List.of(); }
}
