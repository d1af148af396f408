"""What pages of the Home Office, of publication and of the library show."""
