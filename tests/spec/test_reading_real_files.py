"""What must hold of reading files of real services, which are not ours to ship."""

from datetime import date

import pytest

from jobmatch.dataset import read_clients, read_postings


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("postings_taidi/jobs_full.csv", 1100),
        ("postings_taidi/jobs_coded.csv", 1100),
        ("postings_taiwan_pes/jobs.jsonl", 1000),
        ("postings_mainland/51job_2019.csv", 4900),
        ("postings_mainland/gxrc_nanning_2022.csv", 1100),
        ("postings_mainland/liepin_data_2019.csv", 3900),
        ("postings_mainland/python_jobs_2018.csv", 50),
        ("postings_mainland/zhilian_jd_2019.csv", 280),
        ("postings_mainland/zhilian_list_2024.csv", 13000),
        ("postings_mainland/zhilian_shenzhen_2018.csv", 14800),
        ("views_en/job_views.csv", 5000),
    ],
)
def test_real_postings_are_read_without_a_mapping(shared, name, least):
    """The balance is right, every rejected row has its reason, and title, place and employer are found."""
    postings = read_postings(shared / name)
    balance = postings.balance
    assert balance.read == balance.accepted + balance.rejected + balance.duplicates
    assert balance.accepted == len(postings.frame) >= least
    assert postings.rejected["reason"].str.len().gt(4).all()
    assert postings.frame["posting_id"].is_unique
    assert postings.frame["employer"].notna().mean() > 0.9


@pytest.mark.parametrize(
    "name",
    [
        "postings_taidi/seekers_full.csv",
        "postings_taidi/seekers_coded.csv",
        "views_en/positions_of_interest.csv",
        "views_en/experience.csv",
    ],
)
def test_real_rosters_are_read_without_a_mapping(shared, name):
    """Every person once, nobody lost, every rejected row with its reason."""
    clients = read_clients(shared / name, as_of=date(2026, 11, 22))
    balance = clients.balance
    assert balance.read == balance.accepted + balance.rejected + balance.duplicates
    assert len({client.client_id for client in clients}) == len(clients) == balance.accepted
    assert balance.rejected == 0
