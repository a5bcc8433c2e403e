-- Work found by cluster: the register's on the day the filing was begun; older filings have none.
ALTER TABLE filing
  ADD COLUMN cluster VARCHAR(20) COLLATE utf8mb4_bin NULL COMMENT 'the enterprise''s primary cluster when the filing was begun',
  ADD KEY filing_cluster (cluster, state) COMMENT 'filings of a cluster: GET /filings?cluster=, GET /queue?cluster=';
