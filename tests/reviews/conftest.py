import pytest

from tests.factories.agencies import PostFactory


@pytest.fixture
def officer(client):
    post = PostFactory(partnership__reference_prefix="NS")
    client.force_login(post.user)
    return post
