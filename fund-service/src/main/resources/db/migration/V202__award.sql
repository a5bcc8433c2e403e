CREATE TABLE award (
  filing_id       VARCHAR(26)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  number          VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  credit_code     VARCHAR(18)  COLLATE utf8mb4_bin NOT NULL,
  enterprise_name VARCHAR(200) NOT NULL,
  item_code       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  item_version    INT          NOT NULL,
  title_zh        VARCHAR(200) NOT NULL,
  title_en        VARCHAR(200) NOT NULL,
  line            VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  year            INT          NOT NULL,
  amount          BIGINT       NOT NULL,
  paid            BIGINT       NOT NULL DEFAULT 0,
  state           VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  committed_on    DATE         NOT NULL,
  paid_on         DATE         NULL,
  KEY award_newest (committed_on, filing_id) COMMENT 'newest first: GET /awards',
  CONSTRAINT award_case FOREIGN KEY (filing_id) REFERENCES filing (id),
  CONSTRAINT award_paid CHECK (paid >= 0 AND paid <= amount),
  CONSTRAINT award_state CHECK (state IN ('COMMITTED', 'PAID', 'RECOVERED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE award_outbox (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  filing_id   VARCHAR(26) COLLATE utf8mb4_bin NOT NULL,
  credit_code VARCHAR(18) COLLATE utf8mb4_bin NOT NULL,
  body        TEXT        NOT NULL COMMENT 'what industry-service is told, JSON',
  attempts    INT         NOT NULL DEFAULT 0,
  next_at     DATETIME(6) NOT NULL COMMENT 'real time',
  failure     VARCHAR(200) NULL,
  KEY award_outbox_due (next_at) COMMENT 'what to send now: AwardOutbox.sendDue',
  KEY award_outbox_case (filing_id, id) COMMENT 'messages of one case leave in their order'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
