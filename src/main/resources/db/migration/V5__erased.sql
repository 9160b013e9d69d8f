-- Reactions that stood, or may have stood, on the cards of open polls when their fan was erased: none of them may become a pick again.
-- Whose they were is kept as a hash only, and only until the poll takes no more picks.

CREATE TABLE erased (
    poll BIGINT      NOT NULL,
    mark VARCHAR(64) NOT NULL,
    PRIMARY KEY (poll, mark),
    FOREIGN KEY (poll) REFERENCES poll (id) ON DELETE CASCADE
);
